import type { Text } from '@kaigong/contract'
import type { Says } from '../platform/events/says.ts'

/** Names of the catalogue, never of the file: a file may be named after somebody, and events are for ever. */
const namesOf = (uses: unknown): Text => {
  const names = (uses as readonly { readonly name: Text }[]).map(({ name }) => name)
  return names.length === 0
    ? { zh: '其他材料', en: 'another material' }
    : { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') }
}

/** What happened to materials. */
export const says: Says = {
  materialAdded: ({ uses }) => ({ zh: `上传材料：${namesOf(uses).zh}`, en: `Uploaded: ${namesOf(uses).en}` }),
  materialRenewed: ({ uses, no }) => ({
    zh: `上传材料第 ${no} 版：${namesOf(uses).zh}`,
    en: `Uploaded version ${no}: ${namesOf(uses).en}`,
  }),
  materialUsed: ({ uses }) => ({
    zh: `一件材料改用于：${namesOf(uses).zh}`,
    en: `A material now serves as: ${namesOf(uses).en}`,
  }),
  materialDownloaded: ({ uses, no }) => ({
    zh: `下载材料第 ${no} 版：${namesOf(uses).zh}`,
    en: `Downloaded version ${no}: ${namesOf(uses).en}`,
  }),
  uploadInfected: ({ virus }) => ({
    zh: `上传的文件带有病毒（${virus}），已丢弃`,
    en: `An uploaded file carried a virus (${virus}) and was thrown away`,
  }),
}
