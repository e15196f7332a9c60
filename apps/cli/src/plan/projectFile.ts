import { type Catalogue, type Project, readProject, type TextFile } from '@kaigong/catalogue'
import { hashOf } from '../ground/catalogueFiles.ts'
import { checkedBefore } from '../ground/checkedBefore.ts'
import { faultLines } from '../ground/openCatalogue.ts'
import { readText } from '../ground/readText.ts'
import type { Answer } from '../terminal/answer.ts'
import type { Lang } from '../terminal/say.ts'

/** The project of a file, or the answer that names every mistake in it by file, line and column. */
export async function openProject(
  path: string,
  catalogue: Catalogue,
  lang: Lang,
): Promise<{ project: Project } | { answer: Answer }> {
  const text = readText(path, path)
  const read = 'fault' in text ? { faults: [text.fault] } : await checkedProject(text.file, catalogue)
  return 'faults' in read ? { answer: { exit: 2, err: faultLines(read.faults, lang) } } : read
}

/** A project is checked against a catalogue, whatever the file is called. */
const checkedProject = (file: TextFile, catalogue: Catalogue) =>
  checkedBefore('projects', hashOf([{ path: catalogue.hash, text: file.text }]), () => readProject(file, catalogue))
