import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { LineBatch } from '#conversion/contract'
import { useRefused } from '../shell/me.ts'
import { useLabels } from '../shell/use-wedge.ts'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { BatchRows } from './batch-rows.tsx'
import { useLineBatches } from './line-query.ts'
import { batchStates, type LineUrl } from './line-url.ts'
import { OpenBatchDialog } from './open-batch-dialog.tsx'

/** The batches of the line by their state; a label that is read opens a new one for its file. */
export function LineScreen() {
  const { say } = useWords()
  const navigate = useNavigate()
  const { state } = useSearch({ from: '/line' })
  const refused = useRefused('conversion.scan')
  const list = useLineBatches(state)
  const [at, setAt] = useState(0)
  const [opening, setOpening] = useState<{ accountNo: string; branchNo: string } | null>(null)
  const batches = list.data?.pages.flatMap((page) => page.batches) ?? []
  const counts = list.data?.pages[0]?.counts
  const active = batches[Math.min(at, batches.length - 1)]

  function open(batch: LineBatch | undefined) {
    if (batch === undefined) return
    void navigate({ to: '/line/$batchId', params: { batchId: batch.batchId } })
  }
  function narrow(to: LineUrl) {
    setAt(0)
    void navigate({ to: '/line', search: to, replace: true })
  }
  function move(by: number) {
    setAt(Math.max(0, Math.min(batches.length - 1, at + by)))
    if (at + by >= batches.length - 5 && list.hasNextPage && !list.isFetching) {
      void list.fetchNextPage()
    }
  }
  function begin(label = { accountNo: '', branchNo: '' }) {
    if (refused === null) setOpening(label)
  }
  useKeys(['j', 'down'], () => move(1))
  useKeys(['k', 'up'], () => move(-1))
  useKeys('enter', () => open(active))
  useKeys('n', () => begin())
  useLabels(begin)

  return (
    <div className="flex h-full min-w-[960px] flex-col">
      <header className="flex flex-col gap-2 border-b border-line bg-sheet px-5 pt-2.5 pb-2">
        <div className="flex items-center gap-4">
          <h1 className="text-xl whitespace-nowrap">{say('lineList.title')}</h1>
          <p className="min-w-0 flex-1 truncate text-sm text-soft">{say('lineList.labelHint')}</p>
          <a
            className="text-sm whitespace-nowrap text-brand underline-offset-4 hover:underline"
            href="/api/paper-prints/separators.pdf"
            target="_blank"
            rel="noopener"
          >
            {say('lineList.separators')}
          </a>
          <Button
            look="strong"
            refused={refused}
            icon={<Plus size={18} aria-hidden />}
            onPress={() => begin()}
          >
            {say('lineList.open')} <kbd className="key">N</kbd>
          </Button>
        </div>
        <div className="flex flex-wrap gap-1.5">
          <Button small pressed={state === undefined} onPress={() => narrow({})}>
            {say('lineList.all')}
          </Button>
          {batchStates.map((each) => (
            <Button
              key={each}
              small
              pressed={state === each}
              onPress={() => narrow({ state: each })}
            >
              {say(`batchState.${each}`)} {counts === undefined ? '' : sayCount(counts[each])}
            </Button>
          ))}
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-auto bg-sheet">
        {list.isPending ? <Wait /> : null}
        {list.isError ? <Trouble error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.isSuccess && batches.length === 0 ? (
          <div className="px-8 py-14 text-center">
            <p className="text-lg font-semibold">{say('lineList.none')}</p>
            <p className="text-soft">{say('lineList.noneHelp')}</p>
          </div>
        ) : null}
        <BatchRows batches={batches} active={active} onOpen={open} />
        {list.hasNextPage ? (
          <div className="p-3">
            <Button small look="quiet" onPress={() => void list.fetchNextPage()}>
              {say('app.more')}
            </Button>
          </div>
        ) : null}
      </div>
      {opening === null ? null : (
        <OpenBatchDialog label={opening} onClose={() => setOpening(null)} />
      )}
    </div>
  )
}
