import * as fs from 'node:fs'
import { day, isoDate } from '@kaigong/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jintan } from '../casework.fixture.ts'
import { jointAllowance } from '../terms.ts'
import { decideJoint, type JointContext, jointDeadline } from './decideJoint.ts'
import type { JointCommand, JointKind } from './jointEvent.ts'
import { evolveJoint, type JointState, NO_JOINT } from './jointState.ts'

const here = await jintan(fs)
const allowance = jointAllowance(here.catalogue, day('2022-09-01'))
const rule = { text: { zh: '区联审办法', en: 'district rule' }, confidence: 'synthetic' } as const

class Joint {
  state: JointState = NO_JOINT
  silenceRule: JointContext['silenceRule'] = null

  answer(on: string, command: JointCommand) {
    const { calendar, matter } = here
    return decideJoint(this.state, command, {
      today: day(on),
      calendar,
      matter,
      agencyName: (id) => ({ zh: id, en: id }),
      silenceRule: this.silenceRule,
      ...allowance,
    })
  }
  do(on: string, command: JointCommand): this {
    const answer = this.answer(on, command)
    if ('refused' in answer) throw new Error(`${answer.refused} ${answer.says.en}`)
    this.state = evolveJoint(this.state, answer)
    return this
  }
  refusal(on: string, command: JointCommand) {
    const answer = this.answer(on, command)
    return 'refused' in answer ? answer.refused : undefined
  }
  get deadline() {
    return this.state.stage === 'none' ? null : jointDeadline(this.state, here)
  }
}

const asked = [
  { agency: 'housing', matter: 'B01', dueOn: day('2022-09-16') },
  { agency: 'water', matter: 'A09', dueOn: day('2022-09-19') },
]
const begun = (kind: JointKind = 'review') =>
  new Joint().do('2022-09-09', {
    type: 'open',
    kind,
    lead: 'natural-resources',
    asked,
    drawingsSha256: kind === 'review' ? null : 'v1',
  })
const says = (
  agency: string,
  verdict: 'agrees' | 'agreesWithConditions' | 'objects',
  conditions: string[] = [],
  drawingsSha256: string | null = null,
) => ({ type: 'opine', agency, verdict, conditions, drawingsSha256 }) as const
const sumUp = { type: 'sumUp', agency: 'natural-resources', conclusion: 'passed' } as const

describe('joint review 联审联办', () => {
  it('sums up what all have said, conditions and all, by the lead agency', () => {
    const joint = begun().do('2022-09-13', says('housing', 'agrees'))
    expect(joint.refusal('2022-09-14', sumUp)).toBe('joint.opinionsMissing')
    joint.do('2022-09-14', says('water', 'agreesWithConditions', ['keep the embankment']))
    expect(joint.refusal('2022-09-14', { ...sumUp, agency: 'water' })).toBe('joint.notLead')
    expect(joint.answer('2022-09-14', sumUp)).toMatchObject({ type: 'summedUp', conditions: ['keep the embankment'] })
  })

  it('does not pass over an objection, and wants conditions named', () => {
    const joint = begun()
      .do('2022-09-13', says('housing', 'objects', ['the stairs are too narrow']))
      .do('2022-09-13', says('water', 'agrees'))
    expect(joint.refusal('2022-09-14', sumUp)).toBe('joint.objected')
    expect(joint.refusal('2022-09-14', { ...sumUp, conclusion: 'failed' })).toBeUndefined()
    expect(begun().refusal('2022-09-13', says('water', 'agreesWithConditions'))).toBe('joint.conditionsMissing')
    expect(begun().refusal('2022-09-13', says('water', 'objects'))).toBe('joint.conditionsMissing')
  })

  it('asks each agency by its own day, none later than the 45 working days of the law (行政许可法 42(2))', () => {
    const open = { type: 'open', kind: 'review', lead: 'x', drawingsSha256: null } as const
    const by = (dueOn: string) =>
      new Joint().refusal('2022-09-09', { ...open, asked: [{ ...asked[0]!, dueOn: day(dueOn) }] })
    expect(isoDate(begun().deadline!)).toBe('2022-11-17')
    expect([by('2022-11-17'), by('2022-11-18')]).toEqual([undefined, 'joint.dueTooLate'])
  })

  it('is extended by 15 days at most, once, by the head of the government, and explained when it is late', () => {
    const joint = begun().do('2022-09-13', says('housing', 'agrees')).do('2022-09-13', says('water', 'agrees'))
    const ask = { type: 'extend', workdays: 15, approvedBy: 'mayor', by: 'government' } as const
    expect(joint.refusal('2022-11-01', { ...ask, by: 'head' })).toBe('joint.extension')
    expect(joint.refusal('2022-11-01', { ...ask, workdays: 16 })).toBe('joint.extension')
    expect(joint.refusal('2022-11-18', ask)).toBe('joint.extension')
    expect(joint.refusal('2022-11-18', sumUp)).toBe('joint.beyondLimit')
    expect(joint.answer('2022-11-18', { ...sumUp, overrunReason: 'flood' })).toMatchObject({ lateWorkdays: 1 })
    joint.do('2022-11-17', ask)
    expect(isoDate(joint.deadline!)).toBe('2022-12-08')
    expect(joint.refusal('2022-11-18', ask)).toBe('joint.extension')
    expect(joint.refusal('2022-12-08', sumUp)).toBeUndefined()
    expect(joint.refusal('2022-12-09', sumUp)).toBe('joint.beyondLimit')
  })
})

describe('silence in a joint review', () => {
  const take = (agency: string) => ({ type: 'takeSilenceForConsent', agency }) as const

  it('is escalated after the day, not on it', () => {
    expect(begun().refusal('2022-09-16', { type: 'escalate', agency: 'housing' })).toBe('joint.notYetDue')
    expect(begun().refusal('2022-09-19', { type: 'escalate', agency: 'housing' })).toBeUndefined()
  })

  it('is escalated once', () => {
    const joint = begun().do('2022-09-19', { type: 'escalate', agency: 'housing' })
    expect(joint.refusal('2022-09-20', { type: 'escalate', agency: 'housing' })).toBe('joint.alreadySaid')
  })

  it('is no consent unless the district says so', () => {
    expect(begun().refusal('2022-09-19', take('housing'))).toBe('joint.silenceIsNoConsent')
  })

  it('is consent of a technical review where the district says so, never of a permit', () => {
    const joint = begun()
    joint.silenceRule = rule
    expect(joint.refusal('2022-09-20', take('water'))).toBe('joint.expressDecision')
    joint.do('2022-09-20', take('housing')).do('2022-09-20', says('water', 'agrees'))
    expect(joint.refusal('2022-09-20', sumUp)).toBeUndefined()
  })

  it('may still be broken: a late opinion counts before the silence', () => {
    const joint = begun()
    joint.silenceRule = rule
    joint
      .do('2022-09-20', take('housing'))
      .do('2022-09-20', says('housing', 'objects', ['the stairs are too narrow']))
      .do('2022-09-20', says('water', 'agrees'))
    expect(joint.refusal('2022-09-21', sumUp)).toBe('joint.objected')
  })
})

describe('joint drawing review 联合审图', () => {
  it('is one set of drawings, one review, one opinion: on a new set all look again', () => {
    const joint = begun('drawings').do('2022-09-13', says('housing', 'agrees', [], 'v1'))
    expect(joint.refusal('2022-09-13', says('water', 'agrees', [], 'v0'))).toBe('joint.otherDrawings')
    joint
      .do('2022-09-14', { type: 'replaceDrawings', drawingsSha256: 'v2' })
      .do('2022-09-14', says('water', 'agrees', [], 'v2'))
    expect(joint.refusal('2022-09-14', sumUp)).toBe('joint.opinionsMissing')
    expect(joint.do('2022-09-14', says('housing', 'agrees', [], 'v2')).refusal('2022-09-14', sumUp)).toBeUndefined()
  })

  it('is not opened without drawings', () => {
    const open = { type: 'open', kind: 'drawings', lead: 'x', asked, drawingsSha256: null } as const
    expect(new Joint().refusal('2022-09-09', open)).toBe('joint.noDrawings')
  })
})

describe('joint acceptance 联合验收', () => {
  const visited = () =>
    begun('acceptance')
      .do('2022-09-13', { type: 'handInSurvey', sha256: 's' })
      .do('2022-09-14', { type: 'visit', agencies: ['housing', 'water'] })

  it('needs the one survey and the one visit, and no second', () => {
    const joint = begun('acceptance')
      .do('2022-09-13', says('housing', 'agrees', [], 'v1'))
      .do('2022-09-13', says('water', 'agrees', [], 'v1'))
    expect(joint.refusal('2022-09-14', sumUp)).toBe('joint.incomplete')
    expect(visited().refusal('2022-09-15', { type: 'visit', agencies: ['water'] })).toBe('joint.oneVisit')
    expect(visited().refusal('2022-09-15', { type: 'handInSurvey', sha256: 't' })).toBe('joint.alreadySaid')
  })

  it('says what has to be put right, and by a day that is still to come', () => {
    const ask = (items: string[], dueOn: string) =>
      visited().refusal('2022-09-15', { type: 'askRectification', items, dueOn: day(dueOn) })
    expect([ask([], '2022-09-30'), ask(['drain'], '2022-09-14'), ask(['drain'], '2022-09-15')]).toEqual([
      'joint.incomplete',
      'joint.dueTooEarly',
      undefined,
    ])
  })

  it('stops its clock while something is put right, and then passes after rectification, not simply', () => {
    const joint = visited()
      .do('2022-09-14', says('housing', 'agrees', [], 'v1'))
      .do('2022-09-14', says('water', 'objects', ['the drain ends in the road'], 'v1'))
    joint.do('2022-09-15', { type: 'askRectification', items: ['drain', 'sign'], dueOn: day('2022-09-30') })
    expect(joint.deadline).toBeNull()
    expect(joint.refusal('2022-09-20', { type: 'rectify', items: ['drain'] })).toBe('joint.incomplete')
    joint.do('2022-09-20', { type: 'rectify', items: ['drain', 'sign'] })
    // Three working days later than without the pause: 09-16, 09-19 and 09-20 do not count.
    expect(isoDate(joint.deadline!)).toBe('2022-11-22')
    expect(joint.refusal('2022-09-21', sumUp)).toBe('joint.opinionsMissing')
    joint.do('2022-09-21', says('water', 'agrees', [], 'v1'))
    expect(joint.refusal('2022-09-21', sumUp)).toBe('joint.incomplete')
    expect(joint.refusal('2022-09-21', { ...sumUp, conclusion: 'passedAfterRectification' })).toBeUndefined()
  })
})

describe('whatever is done in whatever order', () => {
  const agency = fc.constantFrom('housing', 'water')
  const command: fc.Arbitrary<JointCommand> = fc.oneof(
    fc.record({
      type: fc.constant('opine' as const),
      agency,
      verdict: fc.constantFrom<'agrees' | 'agreesWithConditions' | 'objects'>(
        'agrees',
        'agrees',
        'agreesWithConditions',
        'objects',
      ),
      conditions: fc.constantFrom([], ['c']),
      drawingsSha256: fc.constantFrom('v1', 'v1', 'v2'),
    }),
    fc.constantFrom<JointCommand>(
      { type: 'replaceDrawings', drawingsSha256: 'v2' },
      { type: 'handInSurvey', sha256: 's' },
      { type: 'visit', agencies: ['housing', 'water'] },
      { type: 'askRectification', items: ['drain'], dueOn: day('2022-09-30') },
      { type: 'rectify', items: ['drain'] },
      { type: 'takeSilenceForConsent', agency: 'housing' },
      sumUp,
      sumUp,
      { ...sumUp, conclusion: 'passedAfterRectification' },
      { ...sumUp, conclusion: 'passedAfterRectification' },
    ),
  )

  it('a joint acceptance passes only with all heard on its drawings, nobody against, surveyed, visited and put right', () => {
    let passed = 0
    fc.assert(
      fc.property(fc.array(command, { minLength: 20, maxLength: 60, size: 'max' }), (commands) => {
        const joint = begun('acceptance')
        let last = 'v1'
        const heard = new Map<string, string>()
        for (const c of commands) {
          const answer = joint.answer('2022-09-14', c)
          if ('refused' in answer) continue
          joint.state = evolveJoint(joint.state, answer)
          if (c.type === 'replaceDrawings') last = c.drawingsSha256
          if (c.type === 'opine') heard.set(c.agency, `${c.verdict} ${c.drawingsSha256}`)
        }
        if (joint.state.stage !== 'closed') return
        passed++
        expect([...heard.values()].every((v) => v.endsWith(last) && !v.startsWith('objects'))).toBe(true)
        expect([...heard.keys()].sort()).toEqual(['housing', 'water'])
        expect(joint.state).toMatchObject({ surveySha256: 's', visitedOn: day('2022-09-14'), outstanding: [] })
        expect(joint.state.conclusion === 'passedAfterRectification').toBe(joint.state.pauses.length > 0)
      }),
      { numRuns: 400 },
    )
    expect(passed).toBeGreaterThan(20)
  })
})
