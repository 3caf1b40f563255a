import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { PaperCounts, PaperFile, PaperState } from '#paper-files/contract'
import { queryText } from '../api/ask.ts'
import { useMe, useRefused } from '../shell/me.ts'
import { useLabels } from '../shell/use-wedge.ts'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { ReasonForm } from '../widgets/reason-form.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { LoanDialog } from './loan-dialog.tsx'
import { FromRegister, PaperHeader } from './paper-header.tsx'
import { PaperList } from './paper-list.tsx'
import { PaperPanel } from './paper-panel.tsx'
import { usePaperCounts, usePaperFiles } from './paper-query.ts'
import { noPlace, type PaperUrl, readPaperUrl } from './paper-url.ts'
import { stateKeys } from './paper-words.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { ShelfList } from './shelf-list.tsx'
import { usePaperActs } from './use-paper-acts.ts'

/** The paper of an office: shelf by shelf, what is there and what is not. */
export function PaperFilesScreen() {
  const url = useSearch({ from: '/paper-files' })
  const me = useMe().data
  const office = url.office ?? me?.officeId ?? null
  const counts = usePaperCounts(office ?? '')
  if (office === null || counts.isPending) return <Wait />
  if (counts.isError) {
    return (
      <div className="p-6">
        <Trouble error={counts.error} onRetry={() => void counts.refetch()} />
      </div>
    )
  }
  if (counts.data.files === 0) return <NoList office={office} />
  return <Shelves office={office} counts={counts.data} url={url} />
}

function NoList({ office }: { office: string }) {
  const { say } = useWords()
  return (
    <div className="px-8 py-16 text-center">
      <h1 className="text-lg">{say('paper.none')}</h1>
      <p className="mb-4 text-soft">{say('paper.noneHelp')}</p>
      <FromRegister office={office} />
    </div>
  )
}

type Asking = 'loan' | 'place' | 'reason' | null

type ShelvesProps = { office: string; counts: PaperCounts; url: PaperUrl }

function Shelves({ office, counts, url }: ShelvesProps) {
  const { say } = useWords()
  const navigate = useNavigate()
  const refused = useRefused('paper-files.change')
  const acts = usePaperActs()
  const field = useRef<HTMLInputElement>(null)
  const [selected, setSelected] = useState<ReadonlyMap<string, PaperFile>>(new Map())
  const [place, setPlace] = useState(0)
  const [asking, setAsking] = useState<Asking>(null)
  const [wanted, setWanted] = useState<PaperState>('found')
  const { file: looked, office: _, ...filters } = url
  const list = usePaperFiles({ ...filters, office })
  const files = list.data?.pages.flatMap((page) => page.files) ?? []
  const known = files.findIndex(({ paperFileId }) => paperFileId === looked)
  const at = known === -1 ? Math.min(place, files.length - 1) : known
  const active = files[at]
  // What a file says of itself is the newest that the list knows.
  const chosen = [...selected.values()].map(
    (old) => files.find(({ paperFileId }) => paperFileId === old.paperFileId) ?? old,
  )
  const targets = chosen.length > 0 ? chosen : active === undefined ? [] : [active]

  function go(to: PaperUrl) {
    void navigate({ to: '/paper-files', search: readPaperUrl({ ...to }), replace: true })
  }
  function narrow(to: PaperUrl) {
    setPlace(0)
    setSelected(new Map())
    const { file, ...rest } = to
    go(rest)
  }
  function move(to: number) {
    const next = files[Math.max(0, Math.min(files.length - 1, to))]
    if (next === undefined) return
    setPlace(files.indexOf(next))
    go({ ...url, file: next.paperFileId })
    if (to >= files.length - 10 && list.hasNextPage && !list.isFetching) void list.fetchNextPage()
  }
  function select(file: PaperFile, on = !selected.has(file.paperFileId)) {
    const next = new Map(selected)
    if (on) next.set(file.paperFileId, file)
    else next.delete(file.paperFileId)
    setSelected(next)
  }
  function selectAndMove(by: number) {
    if (active !== undefined) select(active, true)
    move(at + by)
  }
  /** After an act the work goes on at the next file. */
  function act(change: Parameters<typeof acts.change>[1], reason?: string) {
    setAsking(null)
    acts.change(targets, change, reason)
    if (chosen.length > 0) setSelected(new Map())
    else if (change.state !== undefined) move(at + 1)
  }
  function setState(state: PaperState) {
    if (refused !== null || targets.length === 0) return
    setWanted(state)
    // The line says these by itself.
    const ofLine = state === 'on-line' || state === 'converted'
    if (ofLine || targets.some((file) => file.state === 'converted')) setAsking('reason')
    else if (state === 'on-loan') setAsking('loan')
    else act({ state })
  }
  function print(kind: 'covers' | 'labels') {
    const ids = targets.map(({ paperFileId }) => paperFileId).join(',')
    window.open(`/api/paper-prints/${kind}.pdf${queryText({ ids })}`, '_blank', 'noopener')
  }

  useKeys(['j', 'down'], () => move(at + 1))
  useKeys(['k', 'up'], () => move(at - 1))
  useKeys('x', () => {
    if (active !== undefined) select(active)
  })
  useKeys('shift+down', () => selectAndMove(1))
  useKeys('shift+up', () => selectAndMove(-1))
  useKeys('escape', () => setSelected(new Map()))
  useKeys(['1', '2', '3', '4', '5', '6', '7'], (event) => {
    const state = stateKeys[Number(/\d$/.exec(event.code)?.[0]) - 1]
    if (state !== undefined) setState(state)
  })
  useKeys('u', acts.undoLast)
  useKeys('l', () => print('labels'))
  useKeys('c', () => print('covers'))
  useKeys('f', () => field.current?.select())
  useKeys('f2', () => {
    if (refused === null && targets.length > 0) setAsking('place')
  })
  useKeys('enter', () => {
    if (active === undefined || active.employerName === null) return
    void navigate({ to: '/files/$accountNo', params: { accountNo: active.accountNo } })
  })
  useLabels(({ accountNo }) => narrow({ ...(url.office ? { office } : {}), q: accountNo }))

  return (
    <div className="flex h-full min-w-[1080px] flex-col">
      <PaperHeader office={office} counts={counts} url={url} field={field} onChange={narrow} />
      <div className="grid min-h-0 flex-1 grid-cols-[200px_minmax(0,1fr)_372px]">
        <ShelfList counts={counts} url={url} onChoose={(shelf) => narrow(onShelf(url, shelf))} />
        <section className="flex min-h-0 flex-col border-l border-line bg-sheet">
          <div className="min-h-0 flex-1 overflow-auto">
            {list.isError ? (
              <Trouble error={list.error} onRetry={() => void list.refetch()} />
            ) : null}
            {list.isSuccess && files.length === 0 ? (
              <Nothing onAll={() => narrow(url.office ? { office } : {})} />
            ) : null}
            <PaperList
              files={files}
              active={active}
              selected={new Set(selected.keys())}
              onActive={(file) => move(files.indexOf(file))}
              onSelect={(file) => select(file)}
            />
            {list.hasNextPage ? (
              <div className="p-3">
                <Button small look="quiet" onPress={() => void list.fetchNextPage()}>
                  {say('app.more')}
                </Button>
              </div>
            ) : null}
          </div>
          <footer className="flex items-center gap-3 border-t border-line bg-paper px-4 py-1 text-sm text-soft">
            <span className="min-w-0 flex-1 truncate">{say('paper.keys')}</span>
            {url.shelf === undefined ? null : (
              <a
                className="text-brand underline-offset-4 hover:underline"
                href={`/api/paper-prints/labels.pdf${queryText({ ...filters, office })}`}
                target="_blank"
                rel="noopener"
              >
                {say('paper.shelfLabels')}
              </a>
            )}
            <span role="status">{say('paper.shown', { count: sayCount(files.length) })}</span>
          </footer>
        </section>
        <PaperPanel
          files={targets}
          refused={refused}
          onState={setState}
          onEdit={() => setAsking('place')}
          onPrint={print}
          onSelectNone={() => setSelected(new Map())}
        />
      </div>
      {asking === 'loan' ? (
        <LoanDialog
          count={targets.length}
          onSend={(change) => act(change)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'place' ? (
        <PlaceDialog
          files={targets}
          onSend={(change) => act(change)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'reason' ? (
        <ReasonForm
          title={say('paper.takeBackTitle')}
          hint={say('paper.takeBackHint')}
          button={say('paper.save')}
          error={null}
          busy={false}
          onSend={({ reason }) => act({ state: wanted }, reason)}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  )
}

function onShelf(url: PaperUrl, place: { building: string; shelf: string } | null): PaperUrl {
  const { building, shelf, q, ...rest } = url
  if (place === null) return rest
  return { ...rest, building: place.building || noPlace, shelf: place.shelf || noPlace }
}

function Nothing({ onAll }: { onAll: () => void }) {
  const { say } = useWords()
  return (
    <div className="px-8 py-12 text-center">
      <p className="mb-3 text-soft">{say('paper.noneFiltered')}</p>
      <Button small onPress={onAll}>
        {say('paper.showAll')}
      </Button>
    </div>
  )
}
