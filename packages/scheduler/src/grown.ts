/** The array with its contents and at least twice its room, and never less than `least`, so that filling it one by one costs little. */
export function grown(array: Int32Array, least = 0): Int32Array {
  const larger = new Int32Array(Math.max(2 * array.length, least))
  larger.set(array)
  return larger
}
