import { useEffect, useState } from 'react'

/** A value once it has been left alone for so many milliseconds. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const later = setTimeout(() => settle(value), milliseconds)
    return () => clearTimeout(later)
  }, [value, milliseconds])
  return settled
}
