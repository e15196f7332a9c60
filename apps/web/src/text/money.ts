/** 万元 with thousands separators and two decimals, as the ledger prints it. Works on the text: no figure passes through a float. */
export function wanText(wan: string | null): string {
  if (wan === null) return ''
  const [whole = '0', part = ''] = wan.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${part.padEnd(2, '0').slice(0, 2)}`
}

/** 亿元 with two decimals, for headlines: ten thousand 万元 are one. Rounds half up on the text. */
export function yiText(wan: string | null): string {
  if (wan === null) return ''
  const [whole = '0'] = wan.split('.')
  const hundredths = (BigInt(whole) + 50n) / 100n
  return wanText(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`)
}
