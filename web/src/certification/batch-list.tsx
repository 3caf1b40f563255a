import type { BatchToCertify } from '#certification/contract'
import { Checkbox } from '../widgets/checkbox.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { DutyChips } from './duty-chips.tsx'

type Props = {
  batches: readonly BatchToCertify[]
  open: string | undefined
  chosen: ReadonlySet<string>
  onOpen: (batchId: string) => void
  onChoose: (batchId: string, chosen: boolean) => void
}

/** The batches that wait, each with its four duties. Several are signed at once. */
export function BatchList({ batches, open, chosen, onOpen, onChoose }: Props) {
  const { say } = useWords()
  return (
    <ul>
      {batches.map((batch) => {
        const { batchId, number, round, documents, pages, trouble } = batch
        const look =
          batchId === open
            ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]'
            : 'hover:bg-paper'
        return (
          <li key={batchId} className={`flex gap-2 border-b border-line px-4 py-2 ${look}`}>
            <Checkbox
              checked={chosen.has(batchId)}
              onChange={(checked) => onChoose(batchId, checked)}
            >
              <span className="sr-only">{say('certify.choose', { number })}</span>
            </Checkbox>
            <button
              type="button"
              aria-current={batchId === open}
              onClick={() => onOpen(batchId)}
              className="min-w-0 flex-1 text-left"
            >
              <span className="flex items-baseline justify-between gap-3">
                <b>{number}</b>
                <span className="text-sm text-soft">
                  {say('certify.size', {
                    documents: sayCount(documents),
                    pages: sayCount(pages),
                  })}
                </span>
              </span>
              {round > 1 ? (
                <span className="text-sm text-warn">{say('check.round', { round })}</span>
              ) : null}
              {trouble.length > 0 ? (
                <span className="block text-sm text-bad">{say('certify.trouble')}</span>
              ) : null}
              <DutyChips signatures={batch.signatures} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
