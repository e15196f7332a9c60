import { describe, expect, it } from 'vitest'
import { type CaseFile, toCaseFileHtml } from './toCaseFileHtml.ts'

const file: CaseFile = {
  number: '320413-2022-000001',
  matter: { zh: '环境影响评价审批', en: 'Environmental impact assessment' },
  project: '甲 <乙> 项目',
  company: null,
  agency: { zh: '生态环境局', en: 'Ecology' },
  stage: { zh: '已准予', en: 'granted' },
  receivedOn: '2022-06-01',
  madeAt: '2022-06-13T10:00:00+08:00',
  history: [
    {
      on: '2022-06-01',
      says: { zh: '收件', en: 'received' },
      by: null,
      document: { zh: '收件凭证', en: 'receipt' },
      attached: [{ name: { zh: '申请表', en: 'application' }, reference: '坛测 1 号' }],
    },
  ],
  papers: [{ path: '材料/01-环评报告.pdf', size: 12, sha256: 'a'.repeat(64) }],
  synthetic: true,
}

describe('the index of a case file 案卷目录', () => {
  it('lists what happened and every paper with its hash, what people wrote escaped', () => {
    const page = toCaseFileHtml(file, 'zh')
    for (const text of ['甲 &lt;乙&gt; 项目', '收件凭证', '坛测 1 号', '材料/01-环评报告.pdf', 'a'.repeat(64), '虚构'])
      expect(page).toContain(text)
    expect(page).not.toMatch(/<script|src=|href=/)
  })
  it('is there in English', () => {
    expect(toCaseFileHtml(file, 'en')).toContain('<h2>Environmental impact assessment</h2>')
  })
})
