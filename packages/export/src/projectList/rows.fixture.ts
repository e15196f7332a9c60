import type { CodeChecks, ProjectRow } from './projectRow.ts'

/** Simple stand-ins for the contract's rules: what is asked here is that the reader keeps to them. */
const likeA =
  (form: RegExp, put: string) =>
  (written: string): { value: string } | { fault: { zh: string; en: string } } => {
    const text = written.normalize('NFKC').replaceAll(/[\s-]/g, '')
    return form.test(text)
      ? { value: text.replace(form, put) }
      : { fault: { zh: `代码“${written}”不对`, en: `Not a code: ${written}` } }
  }
export const codes: CodeChecks = {
  projectCode: likeA(/^(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})$/, '$1-$2-$3-$4-$5'),
  creditCode: likeA(/^([0-9A-Z]{18})$/, '$1'),
  industry: likeA(/^C?(\d{2,4})$/, 'C$1'),
}

/** The flagship of the district as its list has it: public figures, an invented helper. */
export const flagship: ProjectRow = {
  name: '动力电池四期项目（4.1 期）',
  code: '2205-320413-04-01-500001',
  level: 'province',
  kind: 'implementation',
  listYear: 2023,
  construction: 'new',
  township: '金坛经济开发区',
  industry: 'C3841',
  cluster: '动力电池',
  fiveNew: '新能源',
  company: '某某能源科技有限公司（演示）',
  creditCode: '91320413MA1ABCDE1R',
  content: '建设 22 GWh 动力电池生产线\n及配套设施',
  capacity: '22 GWh',
  investmentWan: '1500000.00',
  equipmentWan: '825000.50',
  spentBeforeWan: '0.00',
  yearPlanWan: '300000.00',
  spentThisYearWan: null,
  yearGoal: '主体封顶、设备进场',
  startPlanned: '2022-09-19',
  startActual: '2022-09-19',
  completionPlanned: '2024-12-20',
  stage: 'building',
  leader: null,
  helper: '张帮办',
  remark: null,
  synthetic: false,
  key: '0198c0de-0000-7000-8000-000000000001',
  version: 3,
}
