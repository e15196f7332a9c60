import type { DistrictCode, Text } from '@kaigong/contract'
import { editionIdOf } from '../platform/catalogue/store.ts'
import type { Deps } from '../platform/deps.ts'
import { catalogueOf } from './catalogueFolder.ts'

/** Puts a district into the database, named as its folder of the catalogue names it; does nothing where it is there already. */
export async function openDistrict(
  { db, planning }: Pick<Deps, 'db' | 'planning'>,
  code: DistrictCode,
): Promise<{ readonly refused: Text } | undefined> {
  const known = await db.selectFrom('district').where('code', '=', code).select('code').executeTakeFirst()
  if (known) return undefined
  const files = catalogueOf(code)
  const read = await planning.readCatalogue({ id: editionIdOf(files), files })
  const district = 'faults' in read ? undefined : read.catalogue.districts.find((each) => each.code === code)
  if (!district) return { refused: unknown(code) }
  await db
    .insertInto('district')
    .values({ code, name_zh: district.name.zh, name_en: district.name.en, synthetic: false })
    .onConflict((c) => c.column('code').doNothing())
    .execute()
  return undefined
}

const unknown = (code: string): Text => ({
  zh: `catalogue/districts 下没有可用的区 ${code}；请核对 KAIGONG_DISTRICTS，用 kaigong catalogue check 检查目录。`,
  en: `There is no usable district ${code} in catalogue/districts; check KAIGONG_DISTRICTS, and the catalogue with kaigong catalogue check.`,
})
