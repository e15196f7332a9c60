import type { Paint } from './paint.ts'

/** What a command may know of where it runs. */
export type World = {
  /** Columns that a line may take. */
  readonly columns: number
  readonly paint: Paint
  /** Whether what it says goes to a screen. */
  readonly outIsScreen: boolean
  /** The legal day in Asia/Shanghai, ISO. */
  readonly today: () => string
  /** Variables of the environment: the settings of the server. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Says something while a command is still at work. */
  readonly tell: (line: string) => void
  /** Whether an unforeseen error is shown with its stack. */
  readonly debug: boolean
}

/** Long lines are hard to follow with the eye, however wide the window. */
const widest = 140
const narrowest = 40
/** A pipe or a file has no width of its own. */
const elsewhere = 100

/** The usable width of a screen that says how wide it is, and of anything else. */
export const usableColumns = (columns: number | undefined): number =>
  columns === undefined || columns <= 0 ? elsewhere : Math.min(widest, Math.max(narrowest, columns))
