/** The record's own tables. Other modules may read where a stream stands, and nothing else. */
export type StreamTables = {
  'record.stream': { stream: string; version: number; head: Buffer | null }
}

export type RecordTables = StreamTables & {
  'record.commit': {
    sha256: Buffer
    id: string
    kind: string
    ticket: number
    at: Date
    officeId: string
    person: string
    personName: string
    role: string
    streams: number
  }
  'record.streamVersion': { stream: string; version: number; commitSha256: Buffer }
  'record.node': { node: string; publicKey: string; announcedAt: Date; ticket: number }
  'desk.installation': { one: boolean; id: string; storeId: string | null; rebuilding: boolean }
  'desk.actInput': { id: string; inputSha256: Buffer }
}
