import { Check, TriangleAlert } from 'lucide-react'
import type { CheckDocument, IndexField } from '#conversion/contract'
import { sayReason, sayValue, useTypeChoices } from '../conversion/field-words.ts'
import { percentOf } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** What was indexed beside what the machine read: grey where both agree, yellow and first where not. */
export function CheckFields({ document }: { document: CheckDocument | undefined }) {
  const { say } = useWords()
  if (document === undefined) return null
  const fields = document.fields.filter(
    ({ value, proposal }) => value !== null || proposal !== null,
  )
  const doubtful = fields.filter(({ state }) => state === 'disagree')
  const rest = fields.filter(({ state }) => state !== 'disagree')
  return (
    <section aria-label={say('index.title')} className="min-h-0 flex-1 overflow-auto p-3">
      <h2 className="mb-1 text-base font-semibold">{document.typeTitleTh}</h2>
      {document.employerName === null ? null : (
        <p className="mb-2 text-sm">{document.employerName}</p>
      )}
      <dl className="flex flex-col gap-1.5">
        {[...doubtful, ...rest].map((field) => (
          <FieldLine key={field.field} field={field} />
        ))}
      </dl>
    </section>
  )
}

function FieldLine({ field }: { field: IndexField }) {
  const { say, language } = useWords()
  const types = useTypeChoices()
  const { kind, value, proposal, state } = field
  const shown = (text: string) => sayValue(kind, text, { say, types })
  const differs = state === 'disagree'
  return (
    <div
      className={`rounded-md px-2 py-1 text-sm ${differs ? 'border border-warn bg-warn-tint' : ''}`}
    >
      <dt className="text-soft">{language === 'th' ? field.titleTh : field.titleEn}</dt>
      <dd className={`flex items-start gap-1.5 ${state === 'agree' ? 'text-soft' : ''}`}>
        <span className="min-w-0 flex-1">{value === null ? '–' : shown(value)}</span>
        {state === 'agree' ? (
          <Check size={16} className="mt-0.5 text-good" aria-label={say('index.agrees')} />
        ) : null}
      </dd>
      {differs && proposal !== null ? (
        <dd className="flex items-start gap-1.5">
          <TriangleAlert size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden />
          <span>
            {say('check.machineRead')} <b>{shown(proposal.value)}</b>{' '}
            <span className="text-soft">
              {sayReason(proposal, say)}{' '}
              {say('index.sure', { percent: percentOf(proposal.confidence * 1000, 1000) })}
            </span>
          </span>
        </dd>
      ) : null}
    </div>
  )
}
