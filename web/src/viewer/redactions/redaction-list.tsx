import type { DocumentRedactions, Redaction } from '#redactions/contract'
import { Button } from '../../widgets/button.tsx'
import { sayWhen } from '../../words/say-when.ts'
import { useWords } from '../../words/words.ts'

type Props = {
  known: DocumentRedactions
  numbers: ReadonlyMap<string, number>
  /** Why none may be taken back now. */
  refused: string | null
  onWithdraw: (redactionId: string) => void
  onPage: (pageId: string) => void
}

export function RedactionList({ known, ...given }: Props) {
  const { say } = useWords()
  if (known.redactions.length === 0) {
    return <p className="text-sm text-soft">{say('redactions.none')}</p>
  }
  return (
    <ul className="flex flex-col divide-y divide-line">
      {known.redactions.map((redaction) => (
        <MadeRedaction key={redaction.redactionId} redaction={redaction} {...given} />
      ))}
    </ul>
  )
}

type RowProps = Omit<Props, 'known'> & { redaction: Redaction }

function MadeRedaction({ redaction, numbers, refused, onWithdraw, onPage }: RowProps) {
  const { say } = useWords()
  const { redactionId, reason, note, madeBy, madeAt, withdrawn, pages } = redaction
  const now = new Date()
  return (
    <li className="flex flex-col gap-1 py-2.5 text-sm">
      <p className={withdrawn === null ? 'font-semibold' : 'text-soft line-through'}>
        {say(`redactions.reason.${reason}`)}
      </p>
      {note === '' ? null : <p>{note}</p>}
      <p className="flex flex-wrap gap-1.5">
        {pages.map(({ pageId, boxes }) => (
          <Button key={pageId} small look="quiet" onPress={() => onPage(pageId)}>
            {say('redactions.onPage', { page: numbers.get(pageId), places: boxes.length })}
          </Button>
        ))}
      </p>
      <p className="text-soft">
        {madeBy} · {sayWhen(madeAt, now, say)}
      </p>
      {withdrawn === null ? (
        <div>
          <Button small refused={refused} onPress={() => onWithdraw(redactionId)}>
            {say('redactions.withdraw')}
          </Button>
        </div>
      ) : (
        <p className="text-soft">
          {say('redactions.withdrawn', { by: withdrawn.by, when: sayWhen(withdrawn.at, now, say) })}
        </p>
      )}
    </li>
  )
}
