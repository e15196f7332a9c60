import { useSyncExternalStore } from 'react'

export const appearances = ['system', 'light', 'dark'] as const
export type AppearanceChoice = (typeof appearances)[number]

const STORE = 'kaigong.appearance'
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const chosen = (): AppearanceChoice => {
  const kept = localStorage.getItem(STORE)
  return appearances.find((one) => one === kept) ?? 'system'
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  prefersDark.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    prefersDark.removeEventListener('change', listener)
  }
}

/** What the person chose on this machine. */
export const useAppearanceChoice = (): AppearanceChoice => useSyncExternalStore(subscribe, chosen)

/** Whether the page is dark just now. */
export const useIsDark = (): boolean =>
  useSyncExternalStore(subscribe, () => (chosen() === 'system' ? prefersDark.matches : chosen() === 'dark'))

export function chooseAppearance(choice: AppearanceChoice): void {
  localStorage.setItem(STORE, choice)
  for (const listener of listeners) listener()
}
