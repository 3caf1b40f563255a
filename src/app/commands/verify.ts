import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { verifyEvidence } from '#certification'
import { Refusal } from '#kernel'
import { blobKey } from '#platform/blobs'
import { exitCodes } from '../exit-codes.ts'
import { refusals } from '../refusals.ts'
import type { Command } from './command.ts'

/** Proves an evidence file with nothing but the file; with a store, that its masters are those too. */
export const verify: Command = {
  call: 'verify FILE [STORE]',
  says: 'prove an evidence file, and with a store folder the page images it names',
  async run({ options, words }) {
    const [file, store] = words
    if (file === undefined) throw new Refusal(refusals.option_wrong, { option: 'FILE' })
    const report = verifyEvidence(await jsonOf(file))
    const flaws = [...report.flaws]
    for (const sha256 of store === undefined ? [] : report.masters) {
      const found = await digestOf(join(store ?? '', blobKey(sha256)))
      if (found !== sha256) flaws.push(`page image ${sha256.slice(0, 16)} is missing or spoiled`)
    }
    const { number, commits, documents, masters } = report
    const told = { number, commits, documents, masters: masters.length, flaws }
    process.stdout.write(options.json ? `${JSON.stringify(told)}\n` : textOf(told))
    return flaws.length === 0 ? exitCodes.done : exitCodes.refused
  },
}

async function jsonOf(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (reason) {
    throw new Refusal(refusals.evidence_unreadable, { file, reason: String(reason) })
  }
}

async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}

type Told = {
  number: string
  commits: number
  documents: number
  masters: number
  flaws: readonly string[]
}

function textOf({ number, commits, documents, masters, flaws }: Told): string {
  const what = `${number}: ${commits} commits, ${documents} documents, ${masters} page images`
  if (flaws.length === 0) return `${what}\nครบถ้วนถูกต้อง: the evidence holds\n`
  return `${what}\n${flaws.map((flaw) => `ไม่ถูกต้อง: ${flaw}`).join('\n')}\n`
}
