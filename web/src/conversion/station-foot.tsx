import { SendHorizontal } from 'lucide-react'
import type { OpenBatch } from '#conversion/contract'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import type { Sending } from './use-sending.ts'

type Props = {
  batch: OpenBatch
  refused: string | null
  sending: Sending
  waiting: number
  onSend: () => void
}

/** What is left to do before the batch goes on, and whether all that was done is stored. */
export function StationFoot({ batch, refused, sending, waiting, onSend }: Props) {
  const { say } = useWords()
  const ready = sending.refused === null && !sending.needsReason
  return (
    <footer className="flex items-center gap-4 border-t border-line bg-paper px-4 py-1 text-sm">
      <span role="status" className="whitespace-nowrap text-soft">
        {waiting > 0 ? say('station.saving', { count: waiting }) : say('station.saved')}
      </span>
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
