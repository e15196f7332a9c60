import type { Text } from '../text.ts'

/** A street, a town or a development zone that keeps its own list of projects. */
export type Township = {
  /** Nine digits of GB/T 2260 and its local continuation; undefined where no source gives them. */
  readonly code: string | undefined
  readonly name: Text
  readonly kind: 'street' | 'town' | 'zone'
  /** As domain 3.4 marks it: C from a public code list, GK from general knowledge. */
  readonly confidence: 'C' | 'GK'
}

const listed = (code: string, zh: string, en: string, kind: Township['kind']): Township => ({
  code,
  name: { zh, en },
  kind,
  confidence: 'C',
})
const known = (zh: string, en: string, kind: Township['kind']): Township => ({
  code: undefined,
  name: { zh, en },
  kind,
  confidence: 'GK',
})

/** What a project's 所属板块 may be, by district. A list to choose from: a district may write another name. */
export const townships: Readonly<Record<string, readonly Township[]>> = {
  '320413': [
    listed('320413400', '金坛经济开发区', 'Jintan Economic Development Zone', 'zone'),
    listed('320413401', '茅山旅游度假区', 'Maoshan Tourist Resort', 'zone'),
    listed('320413402', '华罗庚高新区', 'Hua Luogeng High-tech Zone', 'zone'),
    listed('320413001', '西城街道', 'Xicheng Subdistrict', 'street'),
    known('东城街道', 'Dongcheng Subdistrict', 'street'),
    known('尧塘街道', 'Yaotang Subdistrict', 'street'),
    listed('320413100', '金城镇', 'Jincheng Town', 'town'),
    listed('320413104', '儒林镇', 'Rulin Town', 'town'),
    listed('320413106', '直溪镇', 'Zhixi Town', 'town'),
    listed('320413108', '朱林镇', 'Zhulin Town', 'town'),
    listed('320413109', '薛埠镇', 'Xuebu Town', 'town'),
    listed('320413112', '指前镇', 'Zhiqian Town', 'town'),
  ],
  '320481': [
    known('溧城街道', 'Licheng Subdistrict', 'street'),
    known('昆仑街道', 'Kunlun Subdistrict', 'street'),
    known('古县街道', 'Guxian Subdistrict', 'street'),
    known('埭头镇', 'Daitou Town', 'town'),
    known('上黄镇', 'Shanghuang Town', 'town'),
    known('戴埠镇', 'Daibu Town', 'town'),
    known('天目湖镇', 'Tianmuhu Town', 'town'),
    known('别桥镇', 'Bieqiao Town', 'town'),
    known('竹箦镇', 'Zhuze Town', 'town'),
    known('上兴镇', 'Shangxing Town', 'town'),
    known('南渡镇', 'Nandu Town', 'town'),
    known('社渚镇', 'Shezhu Town', 'town'),
  ],
}
