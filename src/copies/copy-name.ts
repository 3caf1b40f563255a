/** The name a copy is saved under: letters that every system takes. */
export function nameOfCopy(
  documents: readonly { accountNo: string; type: string; documentId: string }[],
): string {
  const [first] = documents
  if (first === undefined) return 'copy.pdf'
  const { accountNo, type, documentId } = first
  if (documents.length === 1) return `${accountNo}-${type}-${documentId.slice(-8)}.pdf`
  return `${accountNo}-${documents.length}-documents-${documentId.slice(-8)}.pdf`
}
