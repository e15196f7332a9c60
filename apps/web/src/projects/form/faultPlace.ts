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
