import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileQuestion, FileStack } from 'lucide-react'
import type { EmployerFile } from '#documents/contract'
import type { EmployerHit } from '#search/contract'
import { formatAccountNo, formatDate } from '#thai-text'
import { PaperPlace } from '../paper-files/paper-place.tsx'
import { usePaperPlaces } from '../paper-files/paper-query.ts'
import { fileQuery } from '../viewer/document-query.ts'
import { StatusChip } from '../widgets/status-chip.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

const limits = { documents_max: 6 }

/** An employer file at a glance: whose it is, what it holds, its first page, or where its paper stands. */
export function PeekEmployer({ hit }: { hit: EmployerHit }) {
  const { say } = useWords()
  const file = useQuery(fileQuery(hit.accountNo))
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="identifier text-sm font-semibold text-brand">
          {formatAccountNo(hit.accountNo)}
        </p>
        <h3 className="text-lg">{hit.name}</h3>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
          {hit.officeName} <StatusChip status={hit.status} />
        </p>
      </div>
      {file.isError ? <Trouble error={file.error} /> : null}
      {file.data === undefined ? (
        <p role="status" className="text-sm text-soft">
          {file.isError ? '' : say('app.loading')}
        </p>
      ) : file.data.documents.length === 0 ? (
        <OnPaper accountNo={hit.accountNo} />
      ) : (
        <Scanned file={file.data} />
      )}
    </div>
  )
}

function Scanned({ file }: { file: EmployerFile }) {
  const { say } = useWords()
  const [first] = file.documents
  const missing = file.checklist?.slots.filter(({ state }) => state === 'missing').length ?? 0
  return (
    <>
      <p role="status" className="text-sm">
        {say('peek.holds', {
          documents: sayCount(file.documents.length),
          pages: sayCount(file.pages),
        })}
        {missing === 0 ? null : (
          <span className="ml-2 text-warn">
            {say('peek.missing', { count: sayCount(missing) })}
          </span>
        )}
      </p>
      <ul className="text-sm">
        {file.documents.slice(0, limits.documents_max).map((document) => (
          <li key={document.documentId} className="border-t border-line">
            <Link
              to="/documents/$documentId"
              params={{ documentId: document.documentId }}
              className="flex min-h-8 items-baseline gap-3 py-1 hover:bg-paper"
            >
              <span className="w-24 shrink-0 text-soft">
                {document.dated === null
                  ? say('file.noDate')
                  : formatDate(document.dated.date, document.dated.precision, 'short')}
              </span>
              <span className="min-w-0 flex-1">
                {[document.formNo, document.title ?? document.typeTitleTh]
                  .filter(Boolean)
                  .join(' ')}
              </span>
              <span className="whitespace-nowrap text-soft">
                {say('search.pagesCount', { count: sayCount(document.pages) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {first === undefined ? null : (
        <img
          src={`/api/pages/${first.firstPageId}/view.webp`}
          alt={say('viewer.page', {
            page: 1,
            pages: first.pages,
            title: first.title ?? first.typeTitleTh,
          })}
          className="max-h-[60vh] w-full border border-line bg-sunken object-contain object-top"
        />
      )}
    </>
  )
}

/** Nothing is scanned yet: where the paper stands is the answer. */
function OnPaper({ accountNo }: { accountNo: string }) {
  const { say } = useWords()
  const paper = usePaperPlaces([accountNo]).get(accountNo)
  const Icon = paper === undefined ? FileQuestion : FileStack
  return (
    <div role="status" className="rounded-lg bg-sunken p-4">
      <Icon size={26} strokeWidth={1.6} className="mb-1 text-brand" aria-hidden />
      <p>{say(paper === undefined ? 'peek.nothing' : 'peek.onPaper')}</p>
      {paper === undefined ? null : (
        <p className="mt-1">
          <PaperPlace files={paper} />
        </p>
      )}
    </div>
  )
}
