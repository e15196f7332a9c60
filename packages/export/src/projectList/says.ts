import type { Text } from '../words.ts'

/** Sentences of the project list as a workbook; a name that is filled in is the same in both languages. */
export const says = {
  sheet: { zh: '项目清单', en: 'Projects' },
  instructions: { zh: '填表说明', en: 'How to fill in' },
  lineNumber: { zh: '序号', en: 'No.' },
  wan: { zh: '（万元）', en: '(CNY 10,000)' },
  subtitle: (asOf: string): Text => ({
    zh: `金额单位：万元　截至 ${asOf}`,
    en: `Amounts in CNY 10,000. As of ${asOf}`,
  }),
  synthetic: { zh: '　【含演示数据，虚构】', en: ' [contains synthetic data, invented]' },
  footer: (asOf: string, synthetic: boolean): Text => ({
    zh: `${synthetic ? '&L含演示数据，虚构' : ''}&C第 &P 页，共 &N 页&R截至 ${asOf}`,
    en: `${synthetic ? '&LContains synthetic data, invented' : ''}&CPage &P of &N&RAs of ${asOf}`,
  }),
  column: { zh: '列名', en: 'Column' },
  required: { zh: '必填', en: 'Required' },
  howTo: { zh: '填写要求', en: 'What to write' },
  yes: { zh: '是', en: 'Yes' },
  rules: [
    {
      zh: '一行一个项目。列按名称识别，可以调换次序、删去不用的列；未列出的列不会导入。',
      en: 'One line a project. Columns are known by their names: their order may change, and columns that are not needed may be removed; other columns are not imported.',
    },
    {
      zh: '修改已登记的项目：请保留隐藏的“项目标识”“版本”两列。新增项目：在表末另起一行，不要复制已有的行。',
      en: 'To change a registered project keep the hidden columns "Project id" and "Version". To add one write a new line at the end; do not copy a line.',
    },
    {
      zh: '导入先预览，有一处错误就全部不导入；可以取回标出错误的表格，改好后再上传。',
      en: 'An import is previewed first, and one mistake stops all of it; the sheet can be taken back with its mistakes marked.',
    },
  ],
  refused: {
    damaged: {
      zh: '工作簿读不出来，可能已损坏。请用表格软件打开，另存为 .xlsx 后再上传',
      en: 'The workbook cannot be read, it may be damaged. Open it, save it as .xlsx and upload that',
    },
    noList: {
      zh: '没有找到项目清单：前 20 行中没有含“项目名称”的表头。请使用导出的表格或模板',
      en: 'No project list was found: none of the first 20 rows has the head "Project name". Use an exported sheet or the template',
    },
    tooLong: (sheet: string, most: number): Text => ({
      zh: `工作表“${sheet}”超过 ${most} 行，请分几个文件上传`,
      en: `Sheet "${sheet}" has more than ${most} rows; upload it in several files`,
    }),
  },
  missing: (header: Text): Text => ({ zh: `请填写“${header.zh}”`, en: `Fill in "${header.en}"` }),
  missingColumn: (header: Text): Text => ({
    zh: `缺少“${header.zh}”列，新登记的项目必须有这一列`,
    en: `The column "${header.en}" is missing; new projects need it`,
  }),
  companyMissing: {
    zh: '有信用代码而没有建设单位，请填写建设单位名称',
    en: 'There is a credit code but no company; write the name of the company',
  },
  sameCode: (sheet: string, row: number): Text => ({
    zh: `项目代码与工作表“${sheet}”第 ${row} 行相同，一个项目只能有一行`,
    en: `Same project code as in sheet "${sheet}", row ${row}; a project has one line only`,
  }),
  sameKey: (sheet: string, row: number): Text => ({
    zh: `与工作表“${sheet}”第 ${row} 行是同一项目。如是复制已有行来新增项目，请清除本行隐藏的“项目标识”和“版本”`,
    en: `The same project as in sheet "${sheet}", row ${row}. If the line was copied to add a project, clear its hidden "Project id" and "Version"`,
  }),
  versionMissing: {
    zh: '有项目标识而没有版本，无法确认是否有人改过。请重新导出后再改',
    en: 'There is a project id but no version, so nobody can tell whether it was changed since. Export the list again',
  },
  unknownColumn: (sheet: string, letter: string, header: string): Text => ({
    zh: `工作表“${sheet}”${letter} 列“${header}”不属于项目清单，或与前面的列重复，没有导入`,
    en: `Column ${letter} "${header}" of sheet "${sheet}" is not of the project list, or there twice, and was not imported`,
  }),
  noListInSheet: (sheet: string): Text => ({
    zh: `工作表“${sheet}”中没有项目清单，已跳过`,
    en: `Sheet "${sheet}" has no project list and was left out`,
  }),
} as const
