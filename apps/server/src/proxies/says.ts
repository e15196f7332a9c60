import type { Says } from '../platform/events/says.ts'

/** What happens to authorisations of helpers; people stand in them by their ids. */
export const says: Says = {
  proxyGiven: ({ stages, fromOn, untilOn }) => {
    const of = (stages as readonly number[]).join('、')
    return {
      zh: `企业授权帮办员委托代办（阶段 ${of}），${fromOn} 至 ${untilOn}`,
      en: `The company authorised a helper for stages ${of.replaceAll('、', ', ')}, ${fromOn} to ${untilOn}`,
    }
  },
  proxyRevoked: ({ revokedOn }) => ({
    zh: `企业撤销委托代办授权，自 ${revokedOn} 起不再有效`,
    en: `The company revoked the authorisation of a helper as of ${revokedOn}`,
  }),
}
