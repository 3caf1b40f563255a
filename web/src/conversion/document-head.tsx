import { Check, TriangleAlert } from 'lucide-react'
import type { LineDocument } from '#conversion/contract'
import { useWords } from '../words/words.ts'
import { matters } from './page-words.ts'

/** What a document is taken for, and what it still lacks. */
export function DocumentHead({ document, number }: { document: LineDocument; number: number }) {
  const { say } = useWords()
  const lacking = matters(document, say)
  return (
    <div className="flex flex-col gap-0.5 py-1 pr-2 pl-4 text-sm">
      <span className="flex items-baseline gap-2">
        <b className="text-base">{number}</b>
        <span className="text-soft">{say('station.pageCount', { count: document.keptPages })}</span>
        {lacking.length === 0 && document.keptPages > 0 ? (
          <Check size={15} className="self-center text-good" aria-label={say('station.complete')} />
        ) : null}
      </span>
      <span className="line-clamp-2 leading-[1.45]" title={document.typeTitleTh ?? undefined}>
        {document.typeTitleTh ?? ''}
      </span>
      {lacking.slice(0, 2).map((matter) => (
        <span key={matter} className="flex items-start gap-1 leading-[1.45] text-warn">
          <TriangleAlert size={14} className="mt-0.5 shrink-0" aria-hidden />
          {matter}
        </span>
      ))}
    </div>
  )
}
