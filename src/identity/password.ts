import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** Argon2id at the minimum that OWASP's password storage cheat sheet names: 19 MiB, 2 passes, 1 lane. */
export const passwordLimits = {
  memory_kib: 19_456,
  passes: 2,
  lanes: 1,
  tag_bytes: 32,
  salt_bytes: 16,
}

type Cost = { memory: number; passes: number; parallelism: number }

const derive = promisify(argon2)

/** The password's hash as a PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`: old costs stay readable. */
export async function hashPassword(password: string): Promise<string> {
  const { memory_kib: memory, passes, lanes: parallelism, salt_bytes } = passwordLimits
  const salt = randomBytes(salt_bytes)
  const cost = { memory, passes, parallelism }
  const tag = await derive('argon2id', parameters(password, salt, cost))
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** False too for a hash that is not ours. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = phc.exec(hash) ?? []
  if (salt === undefined || tag === undefined) return false
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  }
  const expected = Buffer.from(tag, 'base64')
  const found = await derive('argon2id', parameters(password, Buffer.from(salt, 'base64'), cost))
  return found.length === expected.length && timingSafeEqual(found, expected)
}

function parameters(password: string, nonce: Buffer, cost: Cost): Argon2Parameters {
  // The same password typed on another system may arrive in another normal form.
  return { message: password.normalize('NFC'), nonce, tagLength: passwordLimits.tag_bytes, ...cost }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
