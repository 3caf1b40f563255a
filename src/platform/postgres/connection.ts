import type { ClientConfig } from 'pg'
import { valueParsers } from './value-parsers.ts'

/** A Unix socket: `host` is its folder. */
export type SocketSettings = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/** A connection URL (`postgresql://user:password@host:port/database`) or a private socket. */
export type ConnectionSettings = string | SocketSettings

/** The settings as one URL that libpq programs understand too. Holds the password, if there is one. */
export function connectionUrl(settings: ConnectionSettings): string {
  if (typeof settings === 'string') return settings
  const { host, port, user, database } = settings
  const query = `host=${encodeURIComponent(host)}&port=${port}`
  return `postgresql://${encodeURIComponent(user)}@/${encodeURIComponent(database)}?${query}`
}

/** Server and database without user or password, for logs and the health page. */
export function describeConnection(settings: ConnectionSettings): string {
  if (typeof settings !== 'string') return `${settings.database} on ${settings.host}`
  if (!URL.canParse(settings)) return 'database at a private socket'
  const { host, pathname, searchParams } = new URL(settings)
  return `${decodeURIComponent(pathname.slice(1))} on ${searchParams.get('host') ?? host}`
}

/** The same server, another database. */
export function withDatabase(settings: ConnectionSettings, database: string): ConnectionSettings {
  if (typeof settings !== 'string') return { ...settings, database }
  return settings.replace(
    /^([^:]+:\/\/[^/]*\/)[^?]*/,
    (_, server: string) => `${server}${encodeURIComponent(database)}`,
  )
}

export function clientConfig(settings: ConnectionSettings): ClientConfig {
  const where = typeof settings === 'string' ? { connectionString: settings } : settings
  return { ...where, types: valueParsers, keepAlive: true, application_name: sessionName() }
}

/** Tells our sessions from those of other processes on the same server. */
export function sessionName(): string {
  return `faem-${process.pid}`
}
