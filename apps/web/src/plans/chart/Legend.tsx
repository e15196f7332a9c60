import { useText } from '../../text/useText.ts'

const owners = ['government', 'intermediary', 'utility', 'enterprise', 'land'] as const

/** What the bars, outlines and diamonds mean. */
export function Legend({ baseline }: { readonly baseline: boolean }) {
  const t = useText()
  return (
    <ul className="gantt-legend" aria-label={t('plans.legend')}>
      {owners.map((owner) => (
        <li key={owner}>
          <span className={`bar bar-${owner}`} aria-hidden="true" /> {t(`plans.owner.${owner}`)}
        </li>
      ))}
      <li>
        <span className="bar bar-government bar-critical" aria-hidden="true" /> {t('plans.legend.critical')}
      </li>
      <li>
        <span className="bar bar-government bar-provisional" aria-hidden="true" /> {t('plans.legend.provisional')}
      </li>
      {baseline && (
        <li>
          <span className="gantt-baseline" aria-hidden="true" /> {t('plans.baseline')}
        </li>
      )}
      <li>
        <span className="diamond diamond-core" aria-hidden="true" /> {t('plans.legend.certificate')}
      </li>
      <li>
        <span className="diamond diamond-gate" aria-hidden="true" /> {t('plans.legend.gate')}
      </li>
      <li>
        <span className="legend-off" aria-hidden="true" /> {t('plans.legend.daysOff')}
      </li>
    </ul>
  )
}
