/** 项目代码 (domain 3.1): `NNNN-NNNNNN-NN-NN-NNNNNN`, in the older form with the year, in GB/T 40058-2021 with year and month first. */
const DASHED = /^(\d{4})-(\d{6})-(\d{2})-(\d{2})-(\d{6})$/

/** As it is stored: half-width, dashed; the suffix `-000` that some provinces added is dropped. null where it cannot be a code. */
export function normalProjectCode(written: string): string | null {
  const digits = written.normalize('NFKC').replace(/[\s‐-―−-]/g, '')
  const [, year, region, industry, kind, serial] = /^(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})(?:000)?$/.exec(digits) ?? []
  return serial === undefined ? null : [year, region, industry, kind, serial].join('-')
}

export type ProjectCodeParts = {
  readonly form: 'old' | 'new'
  readonly year: number
  readonly month: number | null
  readonly region: string
}

/**
 * When and where a code was given. Nothing is concluded from the kind in it: the samples contradict every mapping, and the rule of the
 * last digit was never published (domain 3.1).
 */
export function projectCodeParts(code: string): ProjectCodeParts | null {
  const [, time = '', region = ''] = DASHED.exec(code) ?? []
  if (region === '') return null
  const [yy, mm] = [Number(time.slice(0, 2)), Number(time.slice(2))]
  const isNew = mm >= 1 && mm <= 12 && yy >= 20 && yy < 60 && !(Number(time) >= 2015 && Number(time) <= 2020 && mm > 12)
  return isNew
    ? { form: 'new', year: 2000 + yy, month: mm, region }
    : { form: 'old', year: Number(time), month: null, region }
}
