import type { Chosen } from './send-batch.ts'

export function chosenOf(files: Iterable<File>): Chosen[] {
  return Array.from(files, (file) => chosen(file, file.webkitRelativePath || file.name))
}

function chosen(file: File, path: string): Chosen {
  return { file, name: file.name, path: path.slice(-300), size: file.size }
}

/** The files of a drop, those inside dropped folders too, with their paths. */
export async function droppedFiles(transfer: DataTransfer): Promise<Chosen[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return chosenOf(transfer.files)
  return (await Promise.all(entries.map(filesOf))).flat()
}

async function filesOf(entry: FileSystemEntry): Promise<Chosen[]> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail))
    return [chosen(file, entry.fullPath.replace(/^\//, ''))]
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return []
  const reader = entry.createReader()
  const inside: FileSystemEntry[] = []
  // A folder tells its entries in lots; an empty lot ends it.
  for (;;) {
    const lot = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (lot.length === 0) break
    inside.push(...lot)
  }
  const files: Chosen[] = []
  for (const one of inside) files.push(...(await filesOf(one)))
  return files
}
