import { Link, useNavigate, useSearch as useUrl } from '@tanstack/react-router'
import { CircleCheck, FileWarning, Inbox as InboxIcon, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { type InboxState, useInbox } from './inbox-query.ts'
import { PlacePanel } from './place-panel.tsx'
import { ReasonText } from './reason-text.tsx'
import { WaitingPicture } from './waiting-picture.tsx'

/** Scans that wait for a person: left the list, right the work on the chosen one. */
export function InboxScreen() {
  const { say } = useWords()
  const url = useUrl({ from: '/inbox' })
  const navigate = useNavigate()
  const state: InboxState = url.state ?? 'waiting'
  const inbox = useInbox(state)
  const scans = inbox.data?.pages.flatMap((page) => page.scans) ?? []
  const counts = inbox.data?.pages[0]
  const at = Math.max(
    0,
    scans.findIndex(({ scanId }) => scanId === url.scan),
  )
  const scan = scans[at]
  const row = useRef<HTMLDivElement>(null)
  const done = useRef(false)
  const choose = (to: string) =>
    void navigate({ to: '/inbox', search: { ...url, scan: to }, replace: true })
  const move = (to: number) => {
    const next = scans[to]
    if (next !== undefined) choose(next.scanId)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is shown when the choice moves
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' })
    // After an act the work goes on at the next row.
    if (done.current) row.current?.focus()
    done.current = false
  }, [scan?.scanId])
  useKeys(['j', 'down'], () => move(at + 1))
  useKeys(['k', 'up'], () => move(at - 1))
  return (
    <div className="flex h-full flex-col">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-sheet px-4 py-2.5 sm:px-6">
        <h1 className="mr-4 text-xl">{say('inbox.title')}</h1>
        <ListLink state="waiting" chosen={state} count={counts?.waiting ?? 0} icon={InboxIcon} />
        <ListLink
          state="quarantined"
          chosen={state}
          count={counts?.quarantined ?? 0}
          icon={FileWarning}
        />
      </div>
      {inbox.isPending ? <Wait /> : null}
      {inbox.isError ? (
        <div className="p-6">
          <Trouble error={inbox.error} onRetry={() => void inbox.refetch()} />
        </div>
      ) : null}
      {inbox.isSuccess && scans.length === 0 ? <Empty state={state} /> : null}
      {scan === undefined ? null : (
        <div className="grid min-h-0 flex-1 max-lg:overflow-auto lg:grid-cols-[minmax(240px,3fr)_minmax(320px,5fr)_minmax(340px,4fr)]">
          <div className="min-h-0 overflow-auto bg-sheet max-lg:max-h-56 max-lg:border-b max-lg:border-line">
            <div role="listbox" aria-label={say('inbox.title')}>
              {scans.map((one) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are the screen's own
                <div
                  key={one.scanId}
                  ref={one === scan ? row : null}
                  role="option"
                  tabIndex={one === scan ? 0 : -1}
                  aria-selected={one === scan}
                  onClick={() => choose(one.scanId)}
                  className={`cursor-pointer border-b border-line px-4 py-2.5 ${one === scan ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-paper'}`}
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
          <WaitingPicture key={`picture ${scan.scanId}`} scan={scan} shown={state === 'waiting'} />
          <PlacePanel
            key={scan.scanId}
            scan={scan}
            placeable={state === 'waiting'}
            onDone={() => {
              done.current = true
            }}
          />
        </div>
      )}
    </div>
  )
}

type ListLinkProps = {
  state: InboxState
  chosen: InboxState
  count: number
  icon: LucideIcon
}

/** One of the two lists with its count; which one is shown stands in the address. */
function ListLink({ state, chosen, count, icon: Icon }: ListLinkProps) {
  const { say } = useWords()
  const here = state === chosen
  return (
    <Link
      to="/inbox"
      search={state === 'waiting' ? {} : { state }}
      {...(here ? { 'aria-current': 'true' as const } : {})}
      className={`inline-flex min-h-8 items-center gap-2 rounded-full border px-3 text-sm ${here ? 'border-brand bg-brand-tint font-semibold text-brand' : 'border-transparent text-soft hover:bg-sunken'}`}
    >
      <Icon size={17} aria-hidden />
      {say(`inbox.${state}`)} {sayCount(count)}
    </Link>
  )
}

function Empty({ state }: { state: InboxState }) {
  const { say } = useWords()
  const waiting = state === 'waiting'
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-20 text-center">
      <CircleCheck size={40} strokeWidth={1.5} className="mb-2 text-good" aria-hidden />
      <h2 className="text-lg">{say(waiting ? 'inbox.done' : 'inbox.quarantineNone')}</h2>
      <p className="text-soft">{say(waiting ? 'inbox.doneHelp' : 'inbox.quarantineHelp')}</p>
      <Link to="/intake" className="mt-3 text-brand underline underline-offset-4">
        {say('nav.intake')}
      </Link>
    </div>
  )
}
