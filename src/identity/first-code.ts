import { randomInt } from 'node:crypto'
import type { Pool } from 'pg'
import { type Clock, Refusal } from '#kernel'
import { sha256 } from '#platform/digests'
import { refusals } from './refusals.ts'

/** Without letters and digits that look alike in print. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
export const limits = { code_letters: 10 }

/** Whether any active person has a password. After a loss of the secret tables nobody has. */
export async function somebodyCanSignIn(pool: Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from secret.account a join record.person p on p.person_id::text = a."userId"
     where a.password is not null and p.active limit 1`,
  )
  return rowCount !== 0
}

/**
 * A new one-time code for the first administrator, in place of any before; null once somebody can sign in.
 * Only its digest is kept: 50 bits of chance, and few tries a minute.
 */
export async function makeFirstCode(pool: Pool, clock: Clock): Promise<string | null> {
  if (await somebodyCanSignIn(pool)) return null
  const code = Array.from({ length: limits.code_letters }, () => letters[randomInt(letters.length)])
  const text = code.join('')
  await pool.query(
    `insert into secret.first_code (sha256, made_at) values ($1, $2)
     on conflict (one) do update set sha256 = excluded.sha256, made_at = excluded.made_at`,
    [digestOf(text), clock.now()],
  )
  return text
}

/** @throws Refusal `identity.wrong_code` when it is another code, was used, or somebody can sign in. */
export async function checkFirstCode(pool: Pool, code: string): Promise<void> {
  const { rowCount } = await pool.query('select from secret.first_code where sha256 = $1', [
    digestOf(code),
  ])
  if (rowCount === 0 || (await somebodyCanSignIn(pool))) throw new Refusal(refusals.wrong_code)
}

export async function spendFirstCode(pool: Pool): Promise<void> {
  await pool.query('delete from secret.first_code')
}

/** As it was read from a screen: in any case, with spaces or hyphens. */
export function plainCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '')
}

function digestOf(code: string): Buffer {
  return Buffer.from(sha256(plainCode(code)), 'hex')
}
