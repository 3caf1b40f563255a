import { CircleCheck, CornerDownLeft, Expand, Flag, Undo2 } from 'lucide-react'
import type { ReturnReason, Verdict } from '#conversion/contract'
import type { Problem } from '../api/problem.ts'
import { returnKeys } from '../conversion/page-words.ts'
import { SavedWord } from '../conversion/saved-word.tsx'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'

type Props = {
  choosing: boolean
  sheets: boolean
  finished: boolean
  verdict: Verdict | undefined
  waiting: number
  trouble: Problem | null
  mayUndo: boolean
  onAccept: () => void
  onBegin: () => void
  onReason: (reason: ReturnReason) => void
  onUndo: () => void
  onMark: () => void
  onEnlarge: () => void
  onFar: (by: 1 | -1) => void
}

const icon = { size: 17, 'aria-hidden': true } as const

/** What the keys of the check do, as buttons; after S the nine reasons. */
export function VerdictBar(props: Props) {
  const { say } = useWords()
  const { choosing, sheets, finished, mayUndo, waiting, trouble } = props
  const off = finished ? say('check.allJudged') : null
  return (
    <footer className="border-t border-line bg-sheet px-4 py-1.5">
      {trouble === null ? null : (
        <p className="mb-1.5 text-sm">
          <SavedWord waiting={waiting} trouble={trouble} />
        </p>
      )}
      {choosing ? (
        <div
          role="toolbar"
          aria-label={say('check.why')}
          className="mb-1.5 flex flex-wrap items-center gap-1.5"
        >
          <span className="text-sm font-semibold text-bad">{say('check.why')}</span>
          {returnKeys.map((reason, at) => (
            <Button key={reason} small look="danger" onPress={() => props.onReason(reason)}>
              <kbd className="key">{at + 1}</kbd> {say(`returnReason.${reason}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <div className="flex items-center gap-2">
        <Button
          small
          look="strong"
          refused={off}
          icon={<CircleCheck {...icon} />}
          onPress={props.onAccept}
        >
          {say(sheets ? 'check.acceptSheet' : 'check.accept')} <kbd className="key">A</kbd>
        </Button>
        <Button
          small
          look="danger"
          pressed={choosing}
          refused={off}
          icon={<CornerDownLeft {...icon} />}
          onPress={props.onBegin}
        >
          {say(sheets ? 'check.mark' : 'check.reject')} <kbd className="key">S</kbd>
        </Button>
        <Button
          small
          refused={mayUndo ? null : say('check.nothingToUndo')}
          icon={<Undo2 {...icon} />}
          onPress={props.onUndo}
        >
          {say('station.undo')} <kbd className="key">U</kbd>
        </Button>
        {sheets ? null : (
          <Button small refused={off} icon={<Flag {...icon} />} onPress={props.onMark}>
            {say('check.markPage')} <kbd className="key">X</kbd>
          </Button>
        )}
        <Button small icon={<Expand {...icon} />} onPress={props.onEnlarge}>
          {say('station.enlarge')} <kbd className="key">Space</kbd>
        </Button>
        <Button small look="quiet" onPress={() => props.onFar(-1)}>
          {say(sheets ? 'check.sheetBack' : 'check.documentBack')} <kbd className="key">PgUp</kbd>
        </Button>
        <Button small look="quiet" onPress={() => props.onFar(1)}>
          {say(sheets ? 'check.sheetOn' : 'check.documentOn')} <kbd className="key">PgDn</kbd>
        </Button>
        <Standing {...props} />
      </div>
    </footer>
  )
}

/** The verdict that stands, and whether all verdicts have reached the server. */
function Standing({ verdict, waiting, trouble }: Props) {
  const { say } = useWords()
  const rejected = verdict?.verdict === 'reject' && verdict.reason !== null
  return (
    <span className="ml-auto flex items-center gap-3 text-sm whitespace-nowrap">
      {verdict === undefined ? null : (
        <b className={rejected ? 'text-bad' : 'text-good'}>
          {rejected
            ? say('check.rejectedAs', { reason: say(`returnReason.${verdict.reason ?? 'other'}`) })
            : say('check.accepted')}
        </b>
      )}
      {trouble === null ? <SavedWord waiting={waiting} trouble={null} /> : null}
    </span>
  )
}
