import { cp, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PageTruth } from '#sample-office'

export const limits = { stack_images: 3 }

/** Some images of one folder, under the path that they had, since folders tell where papers belong. */
export type Stack = { readonly name: string; readonly images: number }

/**
 * Copies papers into small stacks, `<into>/<name>/<folder>/<image>`, so that there are many
 * acknowledgements. Where cover sheets lead, a stack begins with one: no paper is cut in two.
 */
export async function cutIntoStacks(
  { papers, into }: { papers: string; into: string },
  truths: readonly PageTruth[],
): Promise<Stack[]> {
  const covers = new Set(
    truths.filter(({ cover, page }) => cover && page === 0).map(({ file }) => file),
  )
  const ledFolders = new Set([...covers].map((file) => dirname(file)))
  const stacks: string[][] = []
  for (const file of (await filesBelow(papers)).sort()) {
    const known = `papers/${file}`
    const mayBegin = covers.has(known) || !ledFolders.has(dirname(known))
    const last = stacks.at(-1)
    const elsewhere = dirname(last?.[0] ?? '') !== dirname(file)
    if (!last || elsewhere || (mayBegin && last.length >= limits.stack_images)) stacks.push([file])
    else last.push(file)
  }
  for (const [index, files] of stacks.entries()) {
    for (const file of files) await cp(join(papers, file), join(into, nameOf(index), file))
  }
  return stacks.map((files, index) => ({ name: nameOf(index), images: files.length }))
}

/** An import takes stacks in the order of their names. */
function nameOf(index: number): string {
  return `stack-${String(index + 1).padStart(4, '0')}`
}

/** Files below a folder, as paths from there. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
