import { createHash, randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'

/**
 * The statements of one change of a project, as `changeProject` sends them, on the bare driver: the measure that the command function is
 * held against (bench/). It decides and checks nothing.
 */
export async function bareProjectChange(
  client: PoolClient,
  asking: { readonly district: string; readonly person: string },
  project: string,
  remark: string,
): Promise<void> {
  const stream = `project/${project}`
  await client.query(
    `begin; set local kg.district = '${asking.district}'; set local kg.person = '${asking.person}'; set local kg.agency = ''; set local kg.company = ''; set local kg.reach = 'district'; set local kg.unmask = ''`,
  )
  const { rows } = await client.query<{ version: number }>(
    'select * from project where district_code = $1 and project_id = $2',
    [asking.district, project],
  )
  const version = (rows[0]?.version ?? 0) + 1
  const updated = await client.query<{ head: { version: number; hash: string } | null }>(
    `update project set remark = $3, version = $4, updated_at = now() where district_code = $1 and project_id = $2 and version = $4 - 1
       returning *, (select json_build_object('version', version, 'hash', hash) from event where district_code = $1 and stream = $5 order by version desc limit 1) as head`,
    [asking.district, project, remark, version, stream],
  )
  const { version: last, hash: previous } = updated.rows[0]?.head ?? { version: 0, hash: '' }
  const sealed = JSON.stringify({
    actor: asking.person,
    data: { remark },
    district: asking.district,
    id: randomUUID(),
    previous,
    stream,
    type: 'bench',
    version: last + 1,
  })
  await client.query(
    "insert into event (district_code, stream, version, type, at, actor, project_id, sealed, hash) values ($1, $2, $3, 'bench', now(), $4, $5, $6, $7)",
    [
      asking.district,
      stream,
      last + 1,
      asking.person,
      project,
      sealed,
      createHash('sha256').update(sealed).digest('hex'),
    ],
  )
  await client.query('commit')
}
