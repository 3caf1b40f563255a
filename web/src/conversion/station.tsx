import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { Edit, OpenBatch } from '#conversion/contract'
import { droppedFiles } from '../intake/chosen-files.ts'
import { useRefused } from '../shell/me.ts'
import { useToast } from '../widgets/toast.tsx'
import { useLatest } from '../widgets/use-latest.ts'
import { useWords } from '../words/words.ts'
import { BigPage } from './big-page.tsx'
import type { FeedChoice } from './feed-buttons.tsx'
import { FeedLine } from './feed-line.tsx'
import { type IndexFocus, IndexPanel } from './index-panel.tsx'
import { blankOrBack, mergeAt, moveBeside, moveBy, moveDocumentBy, splitAt } from './page-acts.ts'
import { rowsOf } from './page-rows.ts'
import { type DropPlace, PageTable } from './page-table.tsx'
import { placesToMend } from './page-words.ts'
import { RejectDialog } from './reject-dialog.tsx'
import { DifferenceDialog } from './send-dialog.tsx'
import { takingAll } from './shared-index.ts'
import { StationFoot } from './station-foot.tsx'
import { StationHeader } from './station-header.tsx'
import { type StationActs, StationTools } from './station-tools.tsx'
import { useDesk } from './use-desk.ts'
import { useFeed } from './use-feed.ts'
import { useSelection } from './use-selection.ts'
import { useSending } from './use-sending.ts'
import { useStationKeys } from './use-station-keys.ts'
import { useWhenStored } from './use-when-stored.ts'

type Asking = 'reject' | 'difference' | null

export function Station({ read }: { read: OpenBatch }) {
  const { say } = useWords()
  const tell = useToast()
  const desk = useDesk(read)
  const { batch } = desk
  const feed = useFeed(batch.batchId)
  const [columns, setColumns] = useState(7)
  const selection = useSelection(batch, rowsOf(batch.documentList, columns))
  const [big, setBig] = useState(false)
  const [asking, setAsking] = useState<Asking>(null)
  const [hover, setHover] = useState(false)
  const table = useRef<HTMLDivElement>(null)
  const index = useRef<IndexFocus>(null)
  const choice = useRef<FeedChoice>(null)
  const counted = useRef<HTMLInputElement>(null)
  const sending = useSending(batch)
  const mayNot = useRefused('conversion.scan')
  const atScanner = batch.state === 'scanning' || batch.state === 'returned'
  const refused = mayNot ?? (atScanner ? null : say('station.notHere'))
  const { active, targets, pageIds, at } = selection
  const pages = new Map(batch.pageList.map((page) => [page.pageId, page]))
  const meant = new Set(targets)
  const documents = documentsOf(batch, targets)
  // The page that is reached is painted first; the panel beside it follows.
  const lookedAt = useDeferredValue(targets.join(' '))
  const indexed = useMemo(() => {
    const shown = documentsOf(batch, lookedAt.split(' '))
    const numbers = shown.map((document) => batch.documentList.indexOf(document) + 1)
    return { documents: shown, numbers }
  }, [batch, lookedAt])
  const toMend = placesToMend(batch)

  // The work begins at the pages.
  useEffect(() => table.current?.focus({ preventScroll: true }), [])

  function act(edit: Edit | null) {
    if (refused !== null) tell({ text: refused, tone: 'bad' })
    else if (edit === null) tell({ text: say('station.impossible'), tone: 'bad' })
    else desk.edit(edit)
  }
  const onActive = (make: (pageId: string) => Edit | null) => {
    if (active !== undefined) act(make(active))
  }
  const onTargets = (make: (pageIds: string[]) => Edit | null) => {
    if (targets.length > 0) act(make([...targets]))
  }
  function nextToMend(): boolean {
    const places = toMend.map((pageId) => pageIds.indexOf(pageId))
    const next = places.find((place) => place > at) ?? places[0]
    if (next !== undefined) selection.goTo(next)
    table.current?.focus({ preventScroll: true })
    return next !== undefined
  }
  // Sent as it stands once what was done before is stored: a hand need not wait for that.
  const send = useWhenStored(desk, () => {
    if (refused !== null) return tell({ text: refused, tone: 'bad' })
    if (sending.refused !== null) {
      tell({ text: `${say('send.notYet')}: ${sending.refused}`, tone: 'bad' })
      nextToMend()
    } else if (sending.needsReason) setAsking('difference')
    else sending.send(null)
  })
  function drop(pageId: string, to: DropPlace) {
    const moved = meant.has(pageId) ? [...targets] : [pageId]
    if ('pageId' in to) return act(moveBeside(batch, moved, to))
    const newDocument = crypto.randomUUID()
    act({ kind: 'move', pageIds: moved, to: { newDocument, behind: to.newBehind } })
  }
  const onIndexEdit = useLatest(act)
  const toPages = useLatest(() => table.current?.focus({ preventScroll: true }))
  const acts: StationActs = {
    split: () => onActive((pageId) => splitAt(batch, pageId, crypto.randomUUID())),
    merge: () => onActive((pageId) => mergeAt(batch, pageId)),
    turn: (by) => onTargets((each) => ({ kind: 'turn', pageIds: each, by })),
    blank: () => onTargets((each) => blankOrBack(batch, each)),
    reject: () => {
      if (refused === null && targets.length > 0) setAsking('reject')
    },
    move: (by) => onTargets((each) => moveBy(batch, each, by)),
    toggle: () => selection.toggle(at),
    undo: () => {
      if (refused === null && (batch.undoable || desk.waiting > 0)) desk.undo()
    },
    enlarge: () => setBig(!big),
  }
  useStationKeys(
    {
      ...acts,
      feed: (way) => choice.current?.choose(way),
      moveDocument: (by) => onActive((pageId) => moveDocumentBy(batch, pageId, by)),
      mend: () => {
        const sent = documents.filter(({ sentBack }) => sentBack !== null && !sentBack.mended)
        const documentIds = sent.map(({ documentId }) => documentId)
        if (documentIds.length > 0) act({ kind: 'mended', documentIds })
      },
      index: () => index.current?.begin(),
      takeAll: () => {
        for (const edit of takingAll(documents)) act(edit)
      },
      count: () => counted.current?.select(),
      send,
      back: () => (big ? setBig(false) : selection.clear()),
    },
    selection,
  )
  const onTableKey = (event: React.KeyboardEvent) => {
    if (event.code === 'Tab' && !event.shiftKey && toMend.length > 0) nextToMend()
    else if (event.code === 'Space' || event.code === 'Enter') {
      if (event.ctrlKey) return
      acts.enlarge()
    } else return
    event.preventDefault()
  }

  const near = [at - 1, at, at + 1].flatMap((place) => pages.get(pageIds[place] ?? '') ?? [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files has its buttons
    <div
      className="flex h-full min-w-[1080px] flex-col"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setHover(true)
      }}
      onDragLeave={({ target, currentTarget }) => {
        if (target === currentTarget) setHover(false)
      }}
      onDrop={(event) => {
        setHover(false)
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        if (refused !== null) return
        void droppedFiles(event.dataTransfer).then((files) => feed.send(files, { kind: 'end' }))
      }}
    >
      <StationHeader
        {...{ batch, refused, active, choice, counted }}
        onFeed={feed.send}
        onCount={desk.count}
      />
      <FeedLine feed={feed} arriving={batch.arriving} />
      <StationTools
        acts={acts}
        refused={refused}
        undoRefused={batch.undoable || desk.waiting > 0 ? null : say('station.nothingToUndo')}
        big={big}
        chosen={selection.chosen.size}
        leftOut={targets.length > 0 && targets.every((each) => pages.get(each)?.use !== 'kept')}
      />
      <div
        className={`grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_348px] ${hover ? 'ring-4 ring-brand ring-inset' : ''}`}
      >
        <div className="relative min-h-0">
          {pageIds.length === 0 ? (
            <NoPages arriving={batch.arriving.scans > 0 || feed.now.state !== 'resting'} />
          ) : null}
          <div className={big ? 'h-full opacity-0' : 'h-full'}>
            <PageTable
              {...{ batch, pageIds, at, columns, table }}
              chosen={selection.chosen}
              onColumns={setColumns}
              onPick={(place, { more, range }) => {
                if (range) selection.range(place)
                else if (more) selection.toggle(place)
                else selection.goTo(place)
              }}
              onOpen={() => setBig(true)}
              onDropPages={drop}
              onKeyDown={onTableKey}
            />
          </div>
          {big && active !== undefined ? (
            <div className="absolute inset-0">
              <BigPage
                pages={near}
                active={active}
                label={say('station.pageOf', { page: at + 1, document: indexed.numbers[0] ?? 1 })}
              />
            </div>
          ) : null}
        </div>
        <IndexPanel
          {...indexed}
          refused={refused}
          ask={index}
          onEdit={onIndexEdit}
          onDone={toPages}
        />
      </div>
      <StationFoot
        {...{ batch, refused, sending }}
        waiting={desk.waiting}
        trouble={desk.trouble}
        toMend={toMend.length}
        onNext={nextToMend}
        onSend={send}
      />
      {asking === 'reject' ? (
        <RejectDialog
          pages={targets.length}
          onClose={() => setAsking(null)}
          onSend={(why) => {
            setAsking(null)
            onTargets((each) => ({ kind: 'reject', pageIds: each, ...why }))
          }}
        />
      ) : null}
      {asking === 'difference' ? (
        <DifferenceDialog
          batch={batch}
          onClose={() => setAsking(null)}
          onSend={(difference) => {
            setAsking(null)
            sending.send(difference)
          }}
        />
      ) : null}
    </div>
  )
}

function documentsOf(batch: OpenBatch, targets: readonly string[]) {
  const meant = new Set(targets)
  return batch.documentList.filter(({ pageIds }) => pageIds.some((pageId) => meant.has(pageId)))
}

function NoPages({ arriving }: { arriving: boolean }) {
  const { say } = useWords()
  if (arriving) return null
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex flex-col items-center justify-center gap-1 text-center">
      <p className="text-lg font-semibold">{say('station.empty')}</p>
      <p className="text-soft">{say('station.emptyHelp')}</p>
    </div>
  )
}
