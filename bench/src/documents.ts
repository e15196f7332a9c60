import { type CertificateOnPaper, certificatePdf, checkSealed, newSeal, openPress, openSeal } from '@kaigong/server'

const WARM_UP = 10
const ROUNDS = 100

const same = (said: string) => ({ zh: said, en: said })

/** A certificate of its own each time, as no two that are issued are alike. */
const certificate = (i: number): CertificateOnPaper => ({
  kind: 'B02',
  title: { zh: '建设工程规划许可证', en: 'Construction project planning permit' },
  number: `建字第3204132022${String(i).padStart(5, '0')}号`,
  holder: `虚构新能源有限公司第${i}分公司`,
  project: '虚构电池零部件项目',
  projectCode: null,
  agency: { zh: '金坛区自然资源和规划局', en: 'Jintan Natural Resources and Planning Bureau' },
  issuedOn: '2022-09-09',
  validUntil: null,
  lines: [
    [{ zh: '建设位置', en: 'Site' }, same('金坛经济开发区')],
    [{ zh: '建设规模', en: 'Scale' }, same('86,000 平方米')],
  ],
  synthetic: true,
  verifyUrl: `https://kaigong.example.cn/certificates/${i}`,
})

const median = (times: readonly number[], part = 0.5) =>
  (times.toSorted((a, b) => a - b)[Math.round(part * (times.length - 1))] ?? 0).toFixed(1)

/** Measures a certificate as PDF with its QR code and seal, one after the other, and the check of its seal; prints median, p95 and the first. */
export async function run(): Promise<void> {
  const seal = await openSeal(await newSeal('bench'))
  if ('unreadable' in seal) throw new Error(seal.unreadable.en)
  const press = openPress('')
  const at = Temporal.Instant.from('2022-09-09T02:30:00Z')
  const made: number[] = []
  const checked: number[] = []
  let bytes = 0
  for (let i = 0; i < WARM_UP + ROUNDS; i++) {
    const begun = performance.now()
    const pdf = await certificatePdf(certificate(i), seal, { press, at })
    if ('refused' in pdf) throw new Error(pdf.refused)
    made.push(performance.now() - begun)
    const before = performance.now()
    if (!(await checkSealed(pdf)).isWhole) throw new Error('a certificate that was just sealed is not whole')
    checked.push(performance.now() - before)
    bytes = pdf.length
  }
  await press.close()
  const [warm, warmChecks] = [made.slice(WARM_UP), checked.slice(WARM_UP)]
  console.log(
    `a certificate as sealed PDF/A (${Math.round(bytes / 1024)} kB), milliseconds: median ${median(warm)}, p95 ${median(warm, 0.95)}, ` +
      `the first ${(made[0] ?? 0).toFixed(0)} (fonts are read; goal: below 50 once warm); its check: median ${median(warmChecks)} (${ROUNDS} of each)`,
  )
}

if (import.meta.main) await run()
