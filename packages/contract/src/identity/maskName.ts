/** `张＊`: the first character, and not how many follow. */
export const maskName = (name: string): string => {
  const [first] = name.trim()
  return first === undefined ? '' : `${first}＊`
}
