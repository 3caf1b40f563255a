/** Where this module tells the operator something; facts hold no personal data. */
export type Log = (message: string, facts?: Readonly<Record<string, unknown>>) => void

export const silentLog: Log = () => undefined
