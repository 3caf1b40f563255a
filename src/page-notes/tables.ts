export type PageNotesTables = {
  'record.pageNote': {
    noteId: string
    pageId: string
    documentId: string
    accountNo: string
    officeId: string
    x: number
    y: number
    words: string
    writtenAt: Date
    person: string
    personName: string
    changedAt: Date | null
    removedAt: Date | null
    ticket: number
  }
}
