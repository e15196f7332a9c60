/** Fields of the form whose names are not those of what is sent. */
const own: Readonly<Record<string, string>> = {
  '/facts/land/day': 'land-day',
  '/facts/land/basis': 'land-basis',
  '/facts/land': 'land-basis',
  '/facts/startBy': 'start-by',
  '/facts/asOf': 'as-of',
}

/** The id of the field that a problem's pointer means: `/facts/phases/1/facts/floorAreaM2` is `fact-phases-1-floorAreaM2`. */
export const faultPlace = (pointer: string): string =>
  own[pointer] ??
  pointer
    .replace(/^\/identity\//, 'identity-')
    .replace(/^\/facts\/facts\/([^/]+).*/, 'fact-$1')
    .replace(/^\/facts\/(phases|parcels|unitWorks)\/(\d+)\/facts\/([^/]+).*/, 'fact-$1-$2-$3')
    .replace(/^\/facts\/(phases|parcels|unitWorks)\/(\d+)\/([^/]+).*/, '$1-$2-$3')
    .replace(/^\/facts\/(phases|parcels|unitWorks)\/(\d+)$/, '$1-$2-name')
    .replace(/^\/facts\/(ready|done)\/(\d+).*/, '$1-$2-on')
    .replace(/^\/facts\/assessments.*/, 'assessments')

/** The group of questions that a problem's pointer lies in, where that can be folded: else its field is not there to be gone to. */
export function groupOfFault(
  pointer: string,
  facts: readonly { readonly id: string; readonly group: string }[],
): string | undefined {
  const [, whole, list, id] = pointer.split('/')
  if (whole !== 'facts') return undefined
  if (list === 'tracks' || list === 'done') return list
  return list === 'facts' ? facts.find((fact) => fact.id === id)?.group : undefined
}
