import { ListChecks, TriangleAlert } from 'lucide-react'
import type { EmployerFile } from '#documents/contract'
import { formatAccountNo, formatDate, formatJuristicNo } from '#thai-text'
import { PaperPlaceOf } from '../paper-files/paper-place.tsx'
import { StatusChip } from '../widgets/status-chip.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

export function FileHeader({ file }: { file: EmployerFile }) {
  const { say } = useWords()
  const { employer } = file
  const { checklist } = file
  const missing = (checklist?.slots ?? []).filter(({ state }) => state === 'missing')
  const former = employer.names.filter(({ kind }) => kind === 'former').map(({ name }) => name)
  return (
    <header className="border-b border-line bg-sheet px-6 py-3">
      <h1 className="flex flex-wrap items-baseline gap-x-4 text-xl">
        <span className="identifier text-brand">{formatAccountNo(employer.accountNo)}</span>
        <span>{employer.name}</span>
        {employer.account.flag === 'ok' ? null : (
          <span className="inline-flex items-center gap-1 text-sm font-normal text-warn">
            <TriangleAlert size={16} aria-hidden />
            {say('file.badNumber')}
          </span>
        )}
      </h1>
      <p className="flex flex-wrap items-baseline gap-x-4 text-sm text-soft">
        <StatusChip status={employer.status} />
        <span>{file.officeName}</span>
        {employer.juristic === null ? null : (
          <span>
            {say('file.juristic')}{' '}
            <span className="identifier">{formatJuristicNo(employer.juristic.digits)}</span>
          </span>
        )}
        {employer.registeredOn === null ? null : (
          <span>
            {say('file.registered', { date: formatDate(employer.registeredOn, 'day', 'short') })}
          </span>
        )}
        {employer.establishments.length > 1 ? (
          <span>{say('file.branches', { count: sayCount(employer.establishments.length) })}</span>
        ) : null}
        <span>
          {say('file.pages', {
            documents: sayCount(file.documents.length),
            pages: sayCount(file.pages),
          })}
        </span>
        <PaperPlaceOf accountNo={employer.accountNo} />
        {former.length === 0 ? null : (
          <span>{say('file.formerNames', { names: former.join(' · ') })}</span>
        )}
        {checklist === null ? null : (
          <a
            href="#checklist"
            className={`ml-auto inline-flex items-center gap-1.5 font-semibold underline-offset-4 hover:underline ${missing.length === 0 ? 'text-good' : 'text-warn'}`}
          >
            <ListChecks size={17} aria-hidden />
            {say('file.complete', {
              filled: sayCount(checklist.filled),
              counted: sayCount(checklist.counted),
            })}
            {missing.length === 0
              ? ''
              : ` ${say('file.lacks', { names: missing.map(({ titleTh }) => titleTh).join(' · ') })}`}
          </a>
        )}
      </p>
    </header>
  )
}
