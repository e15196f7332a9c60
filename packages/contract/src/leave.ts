import { z } from 'zod'
import type { Contract } from './contract.ts'
import { AgencyId, Day, PersonId } from './ids.ts'

/** Somebody stands in for a colleague on leave (休假代班): the colleague's cases are theirs to act on meanwhile. */
export const StandInView = z.strictObject({
  id: z.uuid(),
  agencyId: AgencyId,
  absent: z.strictObject({ personId: PersonId, name: z.string() }),
  deputy: z.strictObject({ personId: PersonId, name: z.string() }),
  fromOn: Day,
  untilOn: Day,
  /** The first day on which it no longer counts, where it was ended before its time. */
  endedOn: Day.nullable(),
  state: z.enum(['ahead', 'inForce', 'over']),
  givenBy: z.string().nullable(),
})
export type StandInView = z.infer<typeof StandInView>

const Phrase = z.string().trim().min(1).max(500)

export const leaveContracts = {
  list: {
    method: 'GET',
    path: '/stand-ins',
    may: 'case.act',
    summary: { zh: '本部门的休假代班', en: 'Who stands in for whom in one’s agency' },
    out: {
      200: z.strictObject({
        items: z.array(StandInView),
        /** Whether whoever asks may arrange it: the head of the agency. */
        mayArrange: z.boolean(),
      }),
    },
  },
  arrange: {
    method: 'POST',
    path: '/stand-ins',
    may: 'leave.arrange',
    summary: { zh: '安排休假代班', en: 'Arrange who stands in' },
    body: z.strictObject({ absent: PersonId, deputy: PersonId, fromOn: Day, untilOn: Day }),
    out: { 201: StandInView },
    refusals: ['request.invalid'],
  },
  /** From today on; a repeat is told the same. */
  end: {
    method: 'POST',
    path: '/stand-ins/:standInId/end',
    may: 'leave.arrange',
    summary: { zh: '提前结束代班', en: 'End a standing-in before its time' },
    params: z.strictObject({ standInId: z.uuid() }),
    out: { 200: StandInView },
  },
  phrases: {
    method: 'GET',
    path: '/me/phrases',
    may: 'case.act',
    summary: { zh: '我的常用语', en: 'My template phrases' },
    out: { 200: z.strictObject({ items: z.array(Phrase) }) },
  },
  keepPhrases: {
    method: 'PUT',
    path: '/me/phrases',
    may: 'case.act',
    summary: { zh: '保存我的常用语', en: 'Keep my template phrases' },
    body: z.strictObject({ items: z.array(Phrase).max(50, { error: '最多 50 条 · fifty at most' }) }),
    out: { 200: z.strictObject({ items: z.array(Phrase) }) },
  },
} as const satisfies Readonly<Record<string, Contract>>
