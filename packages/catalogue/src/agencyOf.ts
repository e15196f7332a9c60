import type { District } from './district.ts'
import type { Matter } from './matter.ts'

/**
 * The id of the agency that handles a matter in a district: where the law gives a variant to another authority, whoever stands for that
 * one; else the agency named for the matter, else the one that stands for its authority. undefined where the district has none.
 */
export function agencyOf(
  { handlers, authorities }: Pick<District, 'handlers' | 'authorities'>,
  { id, authority }: Pick<Matter, 'id' | 'authority'>,
  variantAuthority?: string,
): string | undefined {
  if (variantAuthority !== undefined) return authorities[variantAuthority]
  return handlers.find((handler) => handler.matter === id)?.agency ?? authorities[authority]
}
