import { accepted, begun, delivered, ended, granted, procedure, received } from './acts.ts'
import type { DemoCase } from './model.ts'

/** On the land day everything was reviewed beforehand, so that one person does it all within hours. */
const withinHours = (day: string, from: number, by: string): DemoCase['acts'] => {
  const at = (minutes: number) => `${day} ${String(from).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
  return [
    received(at(0), by),
    accepted(at(10), by),
    begun(at(15), by),
    granted(at(40), by),
    // The number is given out by the district's series.
    delivered(at(50), by),
  ]
}

/**
 * The flagship's road as cases. Public are only the land day, 2022-09-09, and the first construction permit ten days later (domain 0.1); every
 * other day, number and paper is invented, and the project is marked so.
 */
export const flagshipCases: readonly DemoCase[] = [
  {
    occurrence: 'P07',
    acts: [
      received('2022-06-07 09:30', 'ecology'),
      accepted('2022-06-07 15:00', 'ecology'),
      begun('2022-06-08 09:00', 'ecology'),
      granted('2022-06-13 16:00', 'ecology-head'),
      delivered('2022-06-14 10:00', 'ecology'),
    ],
  },
  {
    // One of the papers was asked for once, and came.
    occurrence: 'A07',
    without: ['A07-report'],
    acts: [
      received('2022-06-16 10:00', 'approval'),
      {
        at: '2022-06-17 10:00',
        by: 'approval',
        act: { type: 'askCorrection', items: ['A07-report'] },
      },
      { at: '2022-06-21 15:30', by: 'company', act: { type: 'correct', items: ['A07-report'] } },
      accepted('2022-06-22 09:00', 'approval'),
      begun('2022-06-22 11:00', 'approval'),
      procedure('2022-06-23 09:00', 'approval', 'approval-head', 'A07-technical-review', 20),
      ended('2022-07-15 16:00', 'approval', '技术评审通过（演示）'),
      granted('2022-07-22 15:00', 'approval-head'),
      delivered('2022-07-25 10:00', 'approval', '坛审批水许〔2022〕18号（演示）'),
    ],
  },
  {
    // The province's own system handles it; the agency enters what it shows, some of it days later.
    occurrence: 'A05',
    mirrored: '江苏省投资项目在线审批监管平台（演示）',
    acts: [
      received('2022-06-23 09:30', 'jiangsu-development-reform-signs'),
      {
        ...accepted('2022-06-24 10:00', 'jiangsu-development-reform-signs'),
        entered: '2022-06-27 09:10',
      },
      begun('2022-06-27 09:20', 'jiangsu-development-reform-signs'),
      procedure(
        '2022-06-27 15:00',
        'jiangsu-development-reform-signs',
        'jiangsu-development-reform-signs',
        'A05-assessment',
        20,
      ),
      ended('2022-07-20 10:00', 'jiangsu-development-reform-signs', '评审机构出具评审意见（演示）'),
      granted('2022-08-03 16:00', 'jiangsu-development-reform-signs'),
      delivered('2022-08-04 10:00', 'jiangsu-development-reform-signs', '苏发改能审〔2022〕102号（演示）'),
    ],
  },
  {
    occurrence: 'P04',
    acts: [
      received('2022-06-30 09:00', 'ecology'),
      accepted('2022-06-30 14:00', 'ecology'),
      begun('2022-07-01 09:00', 'ecology'),
      procedure('2022-07-01 10:00', 'ecology', 'ecology-head', 'P04-experts', 5),
      ended('2022-07-08 16:00', 'ecology', '专家评审通过（演示）'),
      granted('2022-07-11 15:00', 'ecology-head'),
      delivered('2022-07-12 09:30', 'ecology'),
    ],
  },
  {
    // Accepted with tolerance: what was promised came in time.
    occurrence: 'A06',
    without: ['A06-mandate'],
    acts: [
      received('2022-06-30 10:00', 'ecology'),
      {
        at: '2022-07-01 11:00',
        by: 'ecology',
        act: { type: 'acceptWithTolerance', dueOn: '2022-07-15' },
        attached: ['toleranceLetter'],
      },
      begun('2022-07-01 14:00', 'ecology'),
      procedure('2022-07-04 09:00', 'ecology', 'ecology-head', 'A06-technical-assessment', 8),
      { at: '2022-07-12 10:00', by: 'company', act: { type: 'supplyDeferred', items: ['A06-mandate'] } },
      ended('2022-07-13 16:00', 'ecology', '技术评估意见已出（演示）'),
      granted('2022-07-25 15:00', 'ecology-head'),
      delivered('2022-07-26 09:30', 'ecology', '常金环审〔2022〕86号（演示）'),
    ],
  },
  { occurrence: 'A03', acts: withinHours('2022-09-09', 15, 'resources-head') },
  { occurrence: 'B02', acts: withinHours('2022-09-13', 10, 'resources-head') },
  {
    occurrence: 'A04',
    acts: withinHours('2022-09-13', 14, 'registry-head'),
  },
  {
    // Fire design of special works, without which there is no construction permit.
    occurrence: 'C02',
    acts: [
      received('2022-08-15 09:30', 'housing'),
      accepted('2022-08-15 15:00', 'housing'),
      begun('2022-08-16 09:00', 'housing'),
      granted('2022-08-29 15:00', 'housing-head'),
      delivered('2022-08-30 10:00', 'housing', '坛建消审〔2022〕31号（演示）'),
    ],
  },
  {
    // Open on the day on which the demonstration begins.
    occurrence: 'C12',
    acts: [
      received('2023-02-14 10:00', 'housing'),
      accepted('2023-02-15 09:30', 'housing'),
      begun('2023-02-16 09:00', 'housing'),
    ],
  },
  {
    occurrence: 'D15',
    without: ['D15-resources'],
    acts: [received('2023-02-27 10:00', 'ecology')],
  },
]
