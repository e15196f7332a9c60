import { entered, reached } from './points.ts'
import type { Reading } from './reading.ts'
import { basisOf, matterName, when } from './says.ts'
import type { Violation } from './violation.ts'

/** No gate is passed before what it asks for is there: construction, completion, start-up, production. */
export function gates(reading: Reading): readonly Violation[] {
  return reading.catalogue.gates.flatMap((gate) =>
    gate.opens.flatMap(({ matter, point }) =>
      gate.requires
        .filter((r) => r.kind !== 'soft' && (r.for === undefined || r.for.includes(matter)))
        .flatMap((r) =>
          reading
            .of(matter)
            .filter(
              (to) =>
                to.doneOn === undefined &&
                (r.when === undefined || to.usual.condition(r.when, r.matter).holds !== false),
            )
            .flatMap((to) =>
              reading
                .of(r.matter)
                .filter((from) => reading.meet(from, to))
                .flatMap((from): readonly Violation[] => {
                  const there = reached(from, r.point ?? 'issued')
                  const passes = entered(to, point)
                  if (!there || !passes || there.tick <= passes.tick) return []
                  const [a, b] = [matterName(from), matterName(to)]
                  return [
                    {
                      code: 'gate.closed',
                      message: {
                        zh: `${gate.id}（${gate.name.zh}）未开：${b.zh} ${when(passes.tick)} 进入，${a.zh} ${when(there.tick)} 才有：${r.says.zh}`,
                        en: `${gate.id} (${gate.name.en}) is closed: ${b.en} passes it ${when(passes.tick)}, ${a.en} is there only ${when(there.tick)}: ${r.says.en}`,
                      },
                      activities: [there.step.id, passes.step.id],
                      basis: basisOf(reading, r, to),
                    },
                  ]
                }),
            ),
        ),
    ),
  )
}
