import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { OpenCheck } from '#conversion/contract'
import { wasRefused } from '../api/problem.ts'
import { useWhenStored } from '../conversion/use-when-stored.ts'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useFinishCheck, useNextCheck } from './check-query.ts'
import type { Judgements } from './judgements.ts'

type Props = {
  check: OpenCheck
  now: Judgements
  waiting: number
  onLook: () => void
  /** A failed sample: the same batch again, with all its documents. */
  onAgain: () => void
}

/** All documents have their verdict: the check is closed, and the result is said. */
export function FinishPanel({ check, now, waiting, onLook, onAgain }: Props) {
  const { say } = useWords()
  const navigate = useNavigate()
  const finish = useFinishCheck(check.batchId)
  const next = useNextCheck()
  const [id, setId] = useState(() => crypto.randomUUID())
  const panel = useRef<HTMLElement>(null)
  const rejected = [...now.verdicts.values()].filter(({ verdict }) => verdict === 'reject').length
  const saving = finish.isPending ? say('app.saving') : null
  useEffect(() => panel.current?.focus(), [])

  // A verdict that is refused opens its document again, and this panel with the wish is gone.
  const close = useWhenStored({ waiting, lost: 0 }, () => {
    if (finish.isPending || finish.isSuccess) return
    finish.mutate(id, {
      onError: (error) => {
        if (wasRefused(error)) setId(crypto.randomUUID())
      },
    })
  })
  function goOn() {
    if (finish.data?.result === 'look-at-all') return onAgain()
    next.mutate(undefined, {
      onSuccess: (batchId) => {
        if (batchId === null) void navigate({ to: '/checks' })
        else void navigate({ to: '/checks/$batchId', params: { batchId } })
      },
      onError: () => void navigate({ to: '/checks' }),
    })
  }
  useKeys('ctrl+enter', () => (finish.isSuccess ? goOn() : close()))

  const facts = {
    accepted: sayCount(now.verdicts.size - rejected),
    rejected: sayCount(rejected),
    number: check.number,
  }
  return (
    <div className="absolute inset-0 flex items-center justify-center bg-paper/90 p-6">
      <section
        ref={panel}
        tabIndex={-1}
        aria-label={say('check.finishTitle')}
        className="sheet flex w-full max-w-xl flex-col gap-3 p-6 shadow-float outline-none"
      >
        <h2 className="text-lg font-semibold">{say('check.finishTitle')}</h2>
        <p>{say('check.finishCounts', facts)}</p>
        {finish.isError ? <Trouble error={finish.error} /> : null}
        {finish.isSuccess ? (
          <p role="status" className="rounded-md bg-brand-tint px-3 py-2">
            <b>{say(`check.result.${finish.data.result}`, facts)}</b>
            {finish.data.severity === 'tightened' ? (
              <span className="block text-sm text-warn">{say('check.tightened')}</span>
            ) : null}
          </p>
        ) : null}
        <div className="flex flex-wrap justify-end gap-2">
          {finish.isSuccess ? (
            <>
              <Button onPress={() => void navigate({ to: '/checks' })}>
                {say('check.toQueue')}
              </Button>
              <Button look="strong" onPress={goOn}>
                {say(finish.data.result === 'look-at-all' ? 'check.lookAtAll' : 'check.next')}{' '}
                <kbd className="key">Ctrl Enter</kbd>
              </Button>
            </>
          ) : (
            <>
              <Button onPress={onLook}>{say('check.lookAgain')}</Button>
              <Button look="strong" refused={saving} onPress={close}>
                {say('check.finish')} <kbd className="key">Ctrl Enter</kbd>
              </Button>
            </>
          )}
        </div>
      </section>
    </div>
  )
}
