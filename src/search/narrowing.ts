import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#kernel'
import type { EmployerSearch } from './found-employers.ts'

/** The rows that this person may see. Every statement over keys carries it. */
export function within({ offices }: Pick<Scope, 'offices'>, office?: string): RawBuilder<boolean> {
  const own =
    offices === 'all' ? sql<boolean>`true` : sql<boolean>`office_id = any(${[...offices]}::text[])`
  return office === undefined ? own : sql<boolean>`${own} and office_id = ${office}`
}

/** Of those, the employers that the query asks for. */
export function employersWithin(
  scope: Pick<Scope, 'offices'>,
  { office, account, status, province, form }: EmployerSearch['query'],
): RawBuilder<boolean> {
  return sql<boolean>`${within(scope, office)} and ${only('account_no', account)}
    and ${only('status', status)} and ${only('province', province)} and ${only('form', form)}`
}

/** `column = value`, or nothing to ask where no value is given. */
export function only(column: string, value: string | number | undefined): RawBuilder<boolean> {
  return value === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = ${value}`
}

/** For LIKE: the text itself, whatever signs are in it. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
