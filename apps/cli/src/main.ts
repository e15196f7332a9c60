import { run } from './run.ts'
import { coloured } from './terminal/colours.ts'
import { usableColumns, type World } from './terminal/world.ts'

/** Runs one command line and prints what it has to say; the exit code: 0 done, 1 refused with reasons, 2 bad usage or bad input. */
export async function main(argv: readonly string[]): Promise<number> {
  const world: World = {
    columns: usableColumns(process.stdout.columns),
    paint: coloured,
    outIsScreen: process.stdout.isTTY === true,
    today: () => Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainDate().toString(),
    environment: process.env,
    tell: (line) => process.stdout.write(`${line}\n`),
    debug: process.env.KAIGONG_DEBUG === '1',
  }
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietly)
  const { exit, out, err } = await run(argv, world)
  if (out !== undefined) process.stdout.write(out)
  if (err !== undefined) process.stderr.write(err)
  return exit
}

/** A reader that has seen enough (`| head`) is no failure; nobody is left to tell about any other. */
const endQuietly = (error: NodeJS.ErrnoException): never => process.exit(error.code === 'EPIPE' ? 0 : 2)
