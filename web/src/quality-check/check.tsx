import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { OpenCheck } from '#conversion/contract'
import { returnKeys } from '../conversion/page-words.ts'
import { useSize } from '../widgets/use-size.ts'
import { CheckFields } from './check-fields.tsx'
import { BreakNote, CheckHeader } from './check-header.tsx'
import { ContactSheet, sheetSize } from './contact-sheet.tsx'
import { DocumentPages } from './document-pages.tsx'
import { FinishPanel } from './finish-panel.tsx'
import { SheetEnlarged } from './sheet-enlarged.tsx'
import { useCheckKeys } from './use-check-keys.ts'
import { useJudging } from './use-judging.ts'
import { type Looking, useLooking } from './use-looking.ts'
import { VerdictBar } from './verdict-bar.tsx'
import { WordsDialog } from './words-dialog.tsx'

/** The check station: the pages, what is keyed for them, and a bar of what the keys do. */
export function Check({ check, onAgain }: { check: OpenCheck; onAgain: () => void }) {
  const navigate = useNavigate()
  const looking = useLooking(check)
  const judging = useJudging(check, looking)
  const { sheets, big, document, setBig } = looking
  const { now, choosing, finished } = judging
  useCheckKeys({
    accept: () => {
      if (!finished) judging.accept()
    },
    begin: () => {
      if (!finished) judging.begin()
    },
    digit: (number) => {
      const reason = returnKeys[number - 1]
      if (choosing && reason !== undefined) judging.reject(reason)
    },
    undo: judging.undo,
    turn: looking.turn,
    row: (by) => looking.turn(by * sheetSize.columns),
    far: looking.turnFar,
    mark: judging.toggleMark,
    enlarge: () => setBig(!big),
    mode: looking.changeMode,
    back: () => {
      if (choosing) judging.stopChoosing()
      else if (big) setBig(false)
      else void navigate({ to: '/checks' })
    },
  })

  return (
    <div className="flex h-full min-w-[1080px] flex-col">
      <CheckHeader check={check} now={now} sheets={sheets} onMode={looking.changeMode} />
      {judging.rest.due ? <BreakNote onRested={judging.rest.rested} /> : null}
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_300px]">
        <CheckedPages check={check} looking={looking} judging={judging} onAgain={onAgain} />
        <aside className="flex min-h-0 flex-col border-l border-line bg-sheet">
          <CheckFields document={document} />
        </aside>
      </div>
      <VerdictBar
        choosing={choosing}
        sheets={sheets}
        finished={finished}
        verdict={document === undefined ? undefined : now.verdicts.get(document.documentId)}
        waiting={judging.waiting}
        trouble={judging.trouble}
        mayUndo={now.verdicts.size > 0}
        onAccept={judging.accept}
        onBegin={judging.begin}
        onReason={judging.reject}
        onUndo={judging.undo}
        onMark={judging.toggleMark}
        onEnlarge={() => setBig(!big)}
        onFar={looking.turnFar}
      />
      {judging.wording ? (
        <WordsDialog
          onSend={(note) => judging.reject('other', note)}
          onClose={judging.stopChoosing}
        />
      ) : null}
    </div>
  )
}

type PagesProps = {
  check: OpenCheck
  looking: Looking
  judging: ReturnType<typeof useJudging>
  onAgain: () => void
}

/** The pages in sight, with those of the next documents ready behind them. */
function CheckedPages({ check, looking, judging, onAgain }: PagesProps) {
  const area = useRef<HTMLDivElement>(null)
  const size = useSize(area)
  const { sheets, at, page, place, big, looked } = looking
  return (
    <div ref={area} className="relative min-h-0 overflow-hidden bg-sunken">
      {sheets ? (
        <ContactSheet
          pages={looking.pages}
          marks={judging.marks}
          size={size}
          at={place}
          verdicts={judging.now.verdicts}
          onPage={looking.choose}
        />
      ) : (
        [at - 1, at, at + 1, at + 2].map((index) => {
          const each = check.documentList[index]
          if (each === undefined) return null
          const shown = index === at
          return (
            <DocumentPages
              key={each.documentId}
              document={each}
              shown={shown}
              size={size}
              page={shown ? page : 0}
              marked={judging.marked}
              big={shown && big}
              onPage={looking.choose}
            />
          )
        })
      )}
      {sheets && big && looked !== undefined ? (
        <SheetEnlarged page={looked.page} size={size} />
      ) : null}
      {judging.finished ? (
        <FinishPanel
          check={check}
          now={judging.now}
          waiting={judging.waiting}
          onLook={judging.lookAgain}
          onAgain={onAgain}
        />
      ) : null}
    </div>
  )
}
