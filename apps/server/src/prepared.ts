import type { DistrictCode, Text } from '@kaigong/contract'
import { demoSeededAt, demoWorld } from './demo/demoClock.ts'
import { seedDemo } from './demo/seedDemo.ts'
import { seedFirstEdition } from './editions/firstEdition.ts'
import { openDistrict } from './editions/openDistrict.ts'
import { districtsIn, type Opened, type Refusal } from './opening.ts'
import { firstAdministrator } from './people/firstAdministrator.ts'
import { inTransaction, systemIn } from './platform/database/transaction.ts'
import type { Settings } from './platform/settings/settings.ts'
import { realWorld } from './platform/world/world.ts'

type Deps = Opened['deps']
type Say = (text: Text) => void

/** What must be in a database before anybody asks: the demonstration, or the districts that this server is for. */
export async function prepared(deps: Deps, settings: Settings, say: Say): Promise<Deps | Refusal> {
  return settings.demo ? await demonstration(deps, say) : await realDistricts(deps, settings, say)
}

async function demonstration(deps: Deps, say: Say): Promise<Deps | Refusal> {
  const real = realWorld()
  if (!(await demoSeededAt(deps.db))) {
    say({
      zh: '正在写入演示数据（约半分钟，均为虚构）…',
      en: 'Putting in the demonstration (about half a minute; all invented) …',
    })
    const refused = await seedDemo(deps, real)
    if (refused) return refused
  }
  return { ...deps, ...demoWorld(real, (await demoSeededAt(deps.db)) ?? real.now()) }
}

/** Each district gets the catalogue that comes along, and where nobody administers it a one-time administrator, told on the terminal only. */
async function realDistricts(deps: Deps, settings: Settings, say: Say): Promise<Deps | Refusal> {
  for (const code of settings.districts) {
    const opened = await openDistrict(deps, code as DistrictCode)
    if (opened) return opened
  }
  const districts = await districtsIn(deps)
  if (districts.length === 0) return { refused: noDistrict }
  for (const district of districts) {
    await inTransaction(deps.db, systemIn(district), (tx) => seedFirstEdition(tx, deps.planning, district, deps.now()))
    const first = await firstAdministrator(deps, district)
    if (first) {
      say({
        zh: `${district} 还没有管理员。请用账号 ${first.account}、一次性密码 ${first.password} 登录（只显示这一次）。`,
        en: `${district} has no administrator yet. Sign in as ${first.account} with the one-time password ${first.password} (shown this once).`,
      })
    }
  }
  return deps
}

const noDistrict: Text = {
  zh: '数据库里还没有区。请用 KAIGONG_DISTRICTS 写明本系统服务的区划代码（catalogue/districts 下要有同名文件夹），如 320413；想先看演示，请用 kaigong serve --demo yes。',
  en: 'There is no district in the database yet. Name the codes of those it is for in KAIGONG_DISTRICTS, such as 320413 (each has a folder in catalogue/districts); to look at the demonstration, run kaigong serve --demo yes.',
}
