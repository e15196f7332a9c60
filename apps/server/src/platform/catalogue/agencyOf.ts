import type { District, Matter } from '@kaigong/catalogue'

/** Which agency of a district handles a matter: the one named for it, else the one that stands for the matter's authority. */
export function agencyOf({ handlers, authorities, agencies }: District, { id, authority }: Matter) {
  const named = handlers.find((h) => h.matter === id)?.agency ?? authorities[authority]
  return agencies.find((agency) => agency.id === named)
}
