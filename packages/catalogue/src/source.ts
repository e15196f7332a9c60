import { z } from 'zod'

/** A name or a sentence in both languages; Chinese comes first and neither may be missing. */
export const Text = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })
export type Text = z.infer<typeof Text>

/**
 * How far a statement can be trusted, as the domain text marks it: A read in the law itself, B read on an official page (opening only),
 * C another's implementation, GK general knowledge not yet verified, synthetic chosen for an example.
 */
export const Confidence = z.enum(['A', 'B', 'C', 'GK', 'synthetic'])
export type Confidence = z.infer<typeof Confidence>

/** An article of a law registered in `national/laws.yaml`, whose version the acceptance date chooses. */
const LawSource = z.strictObject({ law: z.string(), article: z.string().min(1).optional() })
/** A document or page that is no registered law: a local notice, a service guide, a press report. */
const PageSource = z.strictObject({
  title: z.string().min(1),
  by: z.string().optional(),
  year: z.string().optional(),
  article: z.string().optional(),
})
/** Where a statement comes from. No limit, edge or rule without one. */
export const Source = z.union([LawSource, PageSource], {
  error:
    '来源写作 { law, article } 或 { title, by, year, article } · a source is { law, article } or { title, by, year, article }',
})
export type Source = z.infer<typeof Source>

/** What every statement of the catalogue carries. */
export const sourced = { source: z.union([Source, z.array(Source).min(1)]), confidence: Confidence } as const

export const IsoDate = z.iso.date()

/** In force from..until, both days included; the acceptance date chooses. Nobody has read the law after `checkedThrough`. */
export const dated = {
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  checkedThrough: IsoDate.optional(),
} as const
