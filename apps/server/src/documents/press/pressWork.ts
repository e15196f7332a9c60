import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { type Families, familiesIn, fontFolders } from './fonts.ts'
import type { Printed, PrintTask } from './press.ts'

const sheets = join(import.meta.dirname, '..', 'sheets')
/** Where a template finds what it is to show. */
const DATA = join(sheets, 'data.json')
/** Results of earlier sheets are kept for this many sheets. */
const MEMORY = 20

type Machine = { readonly compiler: NodeCompiler; readonly families: Families }
const machines = new Map<string, Machine>()

/** The compiler of a thread with its fonts, which takes a third of a second to open and is opened once. */
function machineWith(officeFolder: string): Machine {
  const known = machines.get(officeFolder)
  if (known) return known
  const compiler = NodeCompiler.create({
    workspace: sheets,
    fontArgs: [{ fontPaths: [...fontFolders(officeFolder)] }],
  })
  const isThere = (family: string) => {
    const tried = compiler.compile({ mainFileContent: `#set text(font: ${JSON.stringify(family)})\n.` })
    return tried.takeWarnings() === null && !tried.hasError()
  }
  const machine = { compiler, families: familiesIn(officeFolder, isThere) }
  machines.set(officeFolder, machine)
  return machine
}

/** What a thread does: one sheet as PDF/A-2b. Whatever the compiler warns of would look wrong on paper, and fails. */
export default function work({ sheet, data, officeFolder }: PrintTask): Printed {
  const { compiler, families } = machineWith(officeFolder)
  try {
    return { bytes: new Uint8Array(compiler.pdf(set(compiler, sheet, { ...data, fonts: families }), AS_ARCHIVED)) }
  } catch (error) {
    const characters = charactersWithoutGlyph(error)
    if (characters.length > 0) return { characters }
    throw error
  } finally {
    compiler.evictCache(MEMORY)
  }
}

const AS_ARCHIVED = { pdfStandard: 'a-2b' }
/** A template may set its lines closer in so many steps. */
const TIGHTEST = 2

/** Sets a sheet, tighter where that keeps on one page what would run over its end; a long one is set as usual. */
function set(compiler: NodeCompiler, sheet: PrintTask['sheet'], data: object): NodeTypstDocument {
  const usual = setAs(compiler, sheet, { ...data, tightness: 0 })
  for (let tightness = 1; sheet === 'notice' && usual.numOfPages > 1 && tightness <= TIGHTEST; tightness++) {
    const tighter = setAs(compiler, sheet, { ...data, tightness })
    if (tighter.numOfPages === 1) return tighter
  }
  return usual
}

function setAs(compiler: NodeCompiler, sheet: PrintTask['sheet'], data: object): NodeTypstDocument {
  compiler.mapShadow(DATA, Buffer.from(JSON.stringify(data)))
  const compiled = compiler.compile({ mainFilePath: join(sheets, `${sheet}.typ`) })
  const complaint = compiled.takeError() ?? compiled.takeWarnings()
  if (complaint || !compiled.result)
    throw new Error(`${sheet}.typ: ${JSON.stringify(complaint && compiler.fetchDiagnostics(complaint))}`)
  return compiled.result
}

/** PDF/A forbids the empty box that stands for a character no font has: the compiler refuses and names the text. */
function charactersWithoutGlyph(error: unknown): readonly string[] {
  const said = error instanceof Error ? error.message : ''
  const texts = [...said.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, text = '']) => text)
  return [...new Set(texts)]
}
