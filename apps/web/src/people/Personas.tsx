import { contracts, type Me, type PersonId, roleNames } from '@kaigong/contract'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { asking } from '../api/asking.ts'
import { ProblemView } from '../shell/ProblemView.tsx'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { type Persona, personaGroups } from './personaGroups.ts'

type Props = { readonly personas: readonly Persona[]; readonly onEnter: (me: Me) => void }

/** Whom one may be in a demonstration: the main roles at once, everybody else folded by where they work. */
export function Personas({ personas, onEnter }: Props) {
  const t = useText()
  const pick = usePick()
  const { main, others } = personaGroups(personas)
  const enter = useMutation({
    mutationFn: (personId: PersonId) => asking(contracts.people.persona, { body: { personId } }),
    onSuccess: onEnter,
  })
  const button = (p: Persona) => (
    <li key={p.personId}>
      <Button
        block
        loading={enter.isPending && enter.variables === p.personId}
        onClick={() => enter.mutate(p.personId)}
      >
        <strong>{pick(roleNames[p.role])}</strong>
        <span>
          {p.name} · {pick(p.place ?? p.district)}
        </span>
      </Button>
    </li>
  )
  return (
    <section className="panel personas">
      <h2 className="panel-title">{t('people.personas')}</h2>
      {enter.error && <ProblemView error={enter.error} />}
      <ul>{main.map(button)}</ul>
      {others.map(({ district, count, places }) => (
        <details key={district.zh}>
          <summary>{t('people.otherPersonas', { district: pick(district), count })}</summary>
          {places.map(({ place, people }) => (
            <section key={place.zh}>
              <h3>{pick(place)}</h3>
              <ul>{people.map(button)}</ul>
            </section>
          ))}
        </details>
      ))}
    </section>
  )
}
