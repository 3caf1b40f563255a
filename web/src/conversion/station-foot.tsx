import { SendHorizontal, TriangleAlert } from 'lucide-react'
import type { OpenBatch } from '#conversion/contract'
import type { Problem } from '../api/problem.ts'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { SavedWord } from './saved-word.tsx'
import type { Sending } from './use-sending.ts'

type Props = {
  batch: OpenBatch
  refused: string | null
  sending: Sending
  waiting: number
  trouble: Problem | null
  toMend: number
  onNext: () => void
  onSend: () => void
}

/** What is left to do before the batch goes on, and whether all that was done is stored. */
export function StationFoot(props: Props) {
  const { batch, refused, sending, waiting, trouble, toMend, onNext, onSend } = props
  const { say } = useWords()
  const ready = sending.refused === null && !sending.needsReason
  return (
    <footer className="flex items-center gap-4 border-t border-line bg-paper px-4 py-1 text-sm">
      <SavedWord waiting={waiting} trouble={trouble} />
      <span className="whitespace-nowrap text-soft">
        {say('station.summary', {
          documents: sayCount(batch.documentList.length),
          pages: sayCount(batch.count.kept),
        })}
      </span>
      <span className={`min-w-0 flex-1 truncate text-right ${ready ? 'text-good' : 'text-warn'}`}>
        {refused ?? sending.refused ?? say(ready ? 'send.ready' : 'sendObstacle.count-differs')}
      </span>
      <Button
        small
        refused={toMend === 0 ? say('station.nothingToMend') : null}
        icon={<TriangleAlert size={17} aria-hidden />}
        onPress={onNext}
      >
        {say('station.toMend', { count: toMend })} <kbd className="key">Tab</kbd>
      </Button>
      <Button
        small
        look="strong"
        refused={refused ?? sending.refused}
        icon={<SendHorizontal size={17} aria-hidden />}
        onPress={onSend}
      >
        {say('send.button')} <kbd className="key">Ctrl Enter</kbd>
      </Button>
    </footer>
  )
}
