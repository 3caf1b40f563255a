import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '#kernel'
import type { NodeKey } from './commit.ts'

/** Reads this node's Ed25519 key, or makes it once. The file is readable by its owner alone. */
export async function openNodeKey(folder: string, node: string): Promise<NodeKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${node}.pem`)
  const pem = (await readPem(path)) ?? (await makePem(path))
  return { node, privateKey: createPrivateKey(pem) }
}

/** The public half as PEM text, which the commit that announces the node carries. */
export function publicKeyOf(key: NodeKey): string {
  return createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' }).toString()
}

async function readPem(path: string): Promise<string | null> {
  return await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw new Fault('record.node_key_unreadable', 'The key of this node could not be read', cause)
  })
}

async function makePem(path: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(pem)
    await file.sync()
  } finally {
    await file.close()
  }
  return pem
}
