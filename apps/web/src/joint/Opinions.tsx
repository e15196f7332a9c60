import type { JointOpinion, JointView } from '@kaigong/contract'
import { Card, Tag } from 'antd'
import { usePick } from '../text/usePick.ts'
import { useText } from '../text/useText.ts'
import { Due } from './Due.tsx'

/** Each agency's line: what for, by when, and what it says. */
export function Opinions({ view }: { readonly view: JointView }) {
  const t = useText()
  return (
    <Card size="small" title={<h2 className="case-heading">{t('joint.opinions')}</h2>}>
      <div className="joint-scroll">
        <table className="joint-opinions">
          <thead>
            <tr>
              {(['agency', 'matter', 'due', 'opinion'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`joint.col.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.opinions.map((opinion) => (
              <Line key={opinion.agencyId} opinion={opinion} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Line({ opinion }: { readonly opinion: JointOpinion }) {
  const t = useText()
  const pick = usePick()
  const { agencyName, matter, matterName, verdict, heardOn, conditions, isEscalated, silenceConsents, mine } = opinion
  return (
    <tr>
      <th scope="row">
        {pick(agencyName)} {mine && <Tag color="blue">{t('joint.mine')}</Tag>}
      </th>
      <td>
        {matter} {pick(matterName)}
      </td>
      <td>
        <Due time={opinion} /> {isEscalated && <Tag color="red">{t('joint.escalated')}</Tag>}
      </td>
      <td>
        {verdict !== null ? (
          <Tag color={verdict === 'objects' ? 'red' : verdict === 'agrees' ? 'green' : 'gold'}>
            {t(`joint.verdict.${verdict}`)}
          </Tag>
        ) : (
          <span className="case-soft">{t(heardOn === null ? 'joint.waiting' : 'joint.answered')}</span>
        )}{' '}
        <span className="case-soft">
          {heardOn !== null && t('joint.heardOn', { day: heardOn })}
          {heardOn === null && silenceConsents && t('joint.silenceWill')}
        </span>
        {conditions.length > 0 && (
          <ul className="joint-conditions">
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
