import type { Tx } from '#platform/postgres'

/** An open transaction as pg-boss takes it: what it does is done if and only if the transaction commits. */
export function sessionOf(tx: Tx) {
  return {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: await tx.execute(text, values),
    }),
  }
}
