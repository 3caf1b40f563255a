import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { EmployerFile } from '#documents/contract'
import { problemOf } from '../api/problem.ts'
import { rememberFile } from '../search/recent-files.ts'
import { NotFound } from '../shell/not-found.tsx'
import { fileQuery } from '../viewer/document-query.ts'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { ChecklistPanel } from './checklist-panel.tsx'
import { DocumentList } from './document-list.tsx'
import { DocumentPreview } from './document-preview.tsx'
import { FileHeader } from './file-header.tsx'
import { type FileUrl, readFileUrl } from './file-url.ts'
import { SectionList } from './section-list.tsx'

export function EmployerFileScreen() {
  const { accountNo } = useParams({ from: '/files/$accountNo' })
  const file = useQuery(fileQuery(accountNo))
  if (file.isPending) return <Wait />
  if (file.isError) {
    if (problemOf(file.error).status === 404) return <NotFound />
    return (
      <div className="p-8">
        <Trouble error={file.error} onRetry={() => void file.refetch()} />
      </div>
    )
  }
  return <OpenFile file={file.data} />
}

function OpenFile({ file }: { file: EmployerFile }) {
  const url = useSearch({ from: '/files/$accountNo' })
  const navigate = useNavigate()
  const { accountNo, name } = file.employer
  useEffect(() => rememberFile({ accountNo, name }), [accountNo, name])

  const documents = file.documents.filter(
    ({ section }) => url.section === undefined || section === url.section,
  )
  const at = Math.max(
    0,
    documents.findIndex(({ documentId }) => documentId === url.doc),
  )
  const selected = documents[at]

  function go(to: FileUrl) {
    const search = readFileUrl({ ...to })
    void navigate({ to: '/files/$accountNo', params: { accountNo }, search, replace: true })
  }
  function select(place: number) {
    const next = documents[Math.max(0, Math.min(documents.length - 1, place))]
    if (next !== undefined) go({ ...url, doc: next.documentId })
  }
  function open() {
    if (selected === undefined) return
    const { documentId } = selected
    void navigate({ to: '/documents/$documentId', params: { documentId } })
  }
  useKeys(['j', 'down'], () => select(at + 1))
  useKeys(['k', 'up'], () => select(at - 1))
  useKeys('enter', open)

  return (
    <div className="flex h-full flex-col">
      <FileHeader file={file} />
      <div className="grid min-h-0 flex-1 grid-cols-[220px_minmax(0,1fr)_minmax(280px,360px)]">
        <SectionList
          file={file}
          section={url.section}
          onChoose={(section) => go(section === undefined ? {} : { section })}
        />
        <div className="min-h-0 overflow-auto border-x border-line bg-sheet">
          <DocumentList
            documents={documents}
            filtered={url.section !== undefined}
            selected={selected?.documentId}
            onSelect={select}
            onOpen={open}
            onShowAll={() => go({})}
          />
          <ChecklistPanel accountNo={accountNo} checklist={file.checklist} />
        </div>
        <DocumentPreview document={selected} onOpen={open} />
      </div>
    </div>
  )
}
