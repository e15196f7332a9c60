import { type AskedOf, type contracts, newIdentity } from '@kaigong/contract'
import { type Refusal, readSettings, type Settings } from '@kaigong/server'

/** Settings of a demonstration in a folder of its own that says nothing. */
export function benchSettings(state: string, port: number, more: Readonly<Record<string, string>> = {}): Settings {
  const settings = readSettings({
    KAIGONG_STATE: state,
    KAIGONG_PORT: String(port),
    KAIGONG_DEMO: 'true',
    KAIGONG_LOG_LEVEL: 'error',
    ...more,
  })
  if ('faults' in settings) throw new Error('settings')
  return settings
}

/** An invented project of the municipal list; what it says beyond that depends on the number alone. */
export const inventedProject = (
  n: number,
  name: string,
  remark: string | null = null,
): AskedOf<typeof contracts.projects.create>['body'] => ({
  identity: {
    ...newIdentity,
    name,
    industry: 'C3841',
    level: 'city',
    listYear: 2024,
    stage: 'early',
    investmentWan: String(n),
    synthetic: true,
    remark,
  },
  facts: { facts: {} },
  parcels: [],
})

/** What was opened; a refusal is thrown. */
export function opened<T extends object>(what: T): Exclude<T, Refusal> {
  if ('refused' in what) throw new Error(String((what as unknown as Refusal).refused.en))
  return what as Exclude<T, Refusal>
}
