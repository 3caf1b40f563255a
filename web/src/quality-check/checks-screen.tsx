import { useNavigate } from '@tanstack/react-router'
import { PlayCircle } from 'lucide-react'
import { useState } from 'react'
import { problemOf } from '../api/problem.ts'
import { useOffices } from '../search/search-query.ts'
import { useRefused } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { useChecks, useNextCheck } from './check-query.ts'
import { type WaitingCheck, WaitingRows } from './waiting-rows.tsx'

/** The queue of the quality check: what waits, how long, and why one may not be opened. */
export function ChecksScreen() {
  const { say, language } = useWords()
  const navigate = useNavigate()
  const tell = useToast()
  const refused = useRefused('conversion.check')
  const queue = useChecks()
  const next = useNextCheck()
  const offices = useOffices().data?.offices ?? []
  const [office, setOffice] = useState('')
  const [at, setAt] = useState(0)
  const all = queue.data?.checks ?? []
  const checks = office === '' ? all : all.filter(({ officeId }) => officeId === office)
  const active = checks[Math.min(at, checks.length - 1)]
  const codes = [...new Set(all.map(({ officeId }) => officeId))]
  const nameOf = (code: string) => offices.find((each) => each.code === code)?.shortNameTh ?? code

  function open(check: WaitingCheck | undefined) {
    if (check === undefined) return
    if (check.refused !== null) {
      const problem = { code: check.refused, facts: {} }
      tell({ text: sayProblem(problem, language).sentence, tone: 'bad' })
      return
    }
    void navigate({ to: '/checks/$batchId', params: { batchId: check.batchId } })
  }
  function openNext() {
    if (refused !== null || next.isPending) return
    next.mutate(undefined, {
      onSuccess: (batchId) => {
        if (batchId === null) tell({ text: say('check.noneForMe') })
        else void navigate({ to: '/checks/$batchId', params: { batchId } })
      },
      onError: (error) =>
        tell({ text: sayProblem(problemOf(error), language).sentence, tone: 'bad' }),
    })
  }
  const move = (by: number) => setAt(Math.max(0, Math.min(checks.length - 1, at + by)))
  useKeys(['j', 'down'], () => move(1))
  useKeys(['k', 'up'], () => move(-1))
  useKeys('enter', () => open(active))
  useKeys('n', openNext)

  return (
    <div className="flex h-full min-w-[960px] flex-col">
      <header className="flex flex-col gap-2 border-b border-line bg-sheet px-5 pt-2.5 pb-2">
        <div className="flex items-center gap-4">
          <h1 className="text-xl whitespace-nowrap">{say('check.title')}</h1>
          <p className="min-w-0 flex-1 text-sm text-soft">
            {queue.data === undefined
              ? ''
              : say('check.today', {
                  batches: sayCount(all.length),
                  documents: sayCount(queue.data.judgedToday),
                })}
          </p>
          <Button
            look="strong"
            refused={refused ?? (next.isPending ? say('app.loading') : null)}
            icon={<PlayCircle size={18} aria-hidden />}
            onPress={openNext}
          >
            {say('check.next')} <kbd className="key">N</kbd>
          </Button>
        </div>
        <div className="flex flex-wrap items-center gap-1.5">
          {codes.length < 2 ? null : (
            <Button small pressed={office === ''} onPress={() => setOffice('')}>
              {say('check.allOffices')}
            </Button>
          )}
          {codes.length < 2
            ? null
            : codes.map((code) => (
                <Button key={code} small pressed={office === code} onPress={() => setOffice(code)}>
                  {nameOf(code)}
                </Button>
              ))}
          {queue.data?.severities.map(({ officeId, severity }) => (
            <span key={officeId} className="text-sm text-soft">
              {say('check.severityOf', { office: nameOf(officeId) })}{' '}
              <b className={severity === 'normal' || severity === 'reduced' ? '' : 'text-warn'}>
                {say(`severity.${severity}`)}
              </b>
            </span>
          ))}
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-auto bg-sheet">
        {queue.isPending ? <Wait /> : null}
        {queue.isError ? (
          <div className="p-5">
            <Trouble error={queue.error} onRetry={() => void queue.refetch()} />
          </div>
        ) : null}
        {queue.isSuccess && checks.length === 0 ? (
          <div className="px-8 py-14 text-center">
            <p className="text-lg font-semibold">
              {say('check.none', { documents: sayCount(queue.data.judgedToday) })}
            </p>
            <p className="text-soft">{say('check.noneHelp')}</p>
          </div>
        ) : null}
        <WaitingRows checks={checks} active={active} nameOf={nameOf} onOpen={open} />
      </div>
    </div>
  )
}
