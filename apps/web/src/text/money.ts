import type { Language } from './language.ts'

/** 万元 with thousands separators and two decimals, as the ledger prints it. Works on the text: no figure passes through a float. */
export function wanText(wan: string | null): string {
  if (wan === null) return ''
  const [whole = '0', part = ''] = wan.split('.')
  return `${separated(whole)}.${part.padEnd(2, '0').slice(0, 2)}`
}

/**
 * An amount for headlines, with its unit as the reader counts: 亿元 with two decimals, or whole millions of yuan in English, which is
 * just as exact. Rounds half up on the text.
 */
export function amountText(wan: string | null, language: Language): string {
  if (wan === null) return ''
  const [whole = '0'] = wan.split('.')
  const millions = (BigInt(whole) + 50n) / 100n
  const [yi, grouped] = [
    wanText(`${millions / 100n}.${String(millions % 100n).padStart(2, '0')}`),
    separated(String(millions)),
  ]
  return language === 'zh' ? `${yi} 亿元` : `CNY ${grouped} million`
}

const separated = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',')
