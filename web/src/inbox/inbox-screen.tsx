import { FileWarning, Inbox as InboxIcon } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { type InboxState, useInbox } from './inbox-query.ts'
import { PlacePanel } from './place-panel.tsx'
import { ReasonText } from './reason-text.tsx'

/** Scans that wait for a person: left the list, right the work on the chosen one. */
export function InboxScreen() {
  const { say } = useWords()
  const [state, setState] = useState<InboxState>('waiting')
  const [chosen, setChosen] = useState<string | null>(null)
  const inbox = useInbox(state)
  const scans = inbox.data?.pages.flatMap((page) => page.scans) ?? []
  const counts = inbox.data?.pages[0]
  const at = Math.max(
    0,
    scans.findIndex(({ scanId }) => scanId === chosen),
  )
  const scan = scans[at]
  const move = (to: number) => setChosen(scans[to]?.scanId ?? chosen)
  useKeys(['j', 'down'], () => move(at + 1))
  useKeys(['k', 'up'], () => move(at - 1))
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-3 border-b border-line bg-sheet px-6 py-2.5">
        <h1 className="mr-4 text-xl">{say('inbox.title')}</h1>
        <Button
          small
          pressed={state === 'waiting'}
          icon={<InboxIcon size={17} aria-hidden />}
          onPress={() => setState('waiting')}
        >
          {say('inbox.waiting')} {sayCount(counts?.waiting ?? 0)}
        </Button>
        <Button
          small
          pressed={state === 'quarantined'}
          icon={<FileWarning size={17} aria-hidden />}
          onPress={() => setState('quarantined')}
        >
          {say('inbox.quarantined')} {sayCount(counts?.quarantined ?? 0)}
        </Button>
      </div>
      {inbox.isPending ? <Wait /> : null}
      {inbox.isError ? (
        <div className="p-6">
          <Trouble error={inbox.error} onRetry={() => void inbox.refetch()} />
        </div>
      ) : null}
      {inbox.isSuccess && scans.length === 0 ? <Empty state={state} /> : null}
      {scan === undefined ? null : (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(420px,520px)]">
          <div className="min-h-0 overflow-auto bg-sheet">
            <div role="listbox" aria-label={say('inbox.title')}>
              {scans.map((one) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are the screen's own
                <div
                  key={one.scanId}
                  role="option"
                  tabIndex={one === scan ? 0 : -1}
                  aria-selected={one === scan}
                  onClick={() => setChosen(one.scanId)}
                  className={`cursor-pointer border-b border-line px-6 py-2 ${one === scan ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-paper'}`}
                >
                  <p className="flex items-baseline gap-3">
                    <span className="min-w-0 flex-1 truncate font-semibold" title={one.name}>
                      {one.name}
                    </span>
                    <span className="text-sm whitespace-nowrap text-soft">
                      {one.pages === null ? '' : say('inbox.pages', { count: sayCount(one.pages) })}
                    </span>
                  </p>
                  <p className="flex items-baseline gap-3 text-sm text-soft">
                    <span className="flex-1 text-warn">
                      <ReasonText scan={one} />
                    </span>
                    <span className="max-w-56 truncate" title={one.batchLabel}>
                      {one.batchLabel}
                    </span>
                  </p>
                </div>
              ))}
            </div>
            {inbox.hasNextPage ? (
              <div className="p-3">
                <Button small look="quiet" onPress={() => void inbox.fetchNextPage()}>
                  {say('app.more')}
                </Button>
              </div>
            ) : null}
          </div>
          <PlacePanel key={scan.scanId} scan={scan} placeable={state === 'waiting'} />
        </div>
      )}
    </div>
  )
}

function Empty({ state }: { state: InboxState }) {
  const { say } = useWords()
  const waiting = state === 'waiting'
  return (
    <div className="px-8 py-16 text-center">
      <h2 className="text-lg">{say(waiting ? 'inbox.done' : 'inbox.quarantineNone')}</h2>
      <p className="text-soft">{say(waiting ? 'inbox.doneHelp' : 'inbox.quarantineHelp')}</p>
    </div>
  )
}
