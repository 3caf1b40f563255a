import { useQuery } from '@tanstack/react-query'
import { problemOf } from '../api/problem.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { useWords } from '../words/words.ts'
import type { Box } from './page-geometry.ts'
import { pageTextQuery } from './page-text-query.ts'
import type { ShownPage } from './shown-page.ts'

type Hit = { pageId: string; line: string; boxes: Box[] }
type Props = { page: ShownPage; hits: readonly Hit[]; onChoose: (box: Box) => void }

const limits = { sure_percent_min: 80 }

/** The text alternative of the page; choosing a line brings it near in the image. */
export function TextPanel({ page, hits, onChoose }: Props) {
  const { say } = useWords()
  const text = useQuery({
    ...pageTextQuery(page.pageId, page.look),
    enabled: page.recognition === 'done',
  })
  const found = new Set(hits.filter(({ pageId }) => pageId === page.pageId).map(({ line }) => line))
  return (
    <aside
      aria-label={say('viewer.textTitle')}
      className="flex w-96 shrink-0 flex-col border-l border-line bg-sheet"
    >
      <div className="border-b border-line px-4 py-2">
        <h2 className="text-sm">{say('viewer.textTitle')}</h2>
        <p className="text-xs text-soft">{say('viewer.machine')}</p>
      </div>
      <div className="min-h-0 flex-1 overflow-auto py-1">
        {page.recognition === 'waiting' ? <Note>{say('viewer.textWaiting')}</Note> : null}
        {page.recognition === 'failed' ? <Note>{say('viewer.textFailed')}</Note> : null}
        {text.isLoading ? <Wait /> : null}
        {text.isError && problemOf(text.error).status === 404 ? (
          <Note>{say('viewer.textNone')}</Note>
        ) : null}
        {text.isError && problemOf(text.error).status !== 404 ? (
          <div className="p-3">
            <Trouble error={text.error} onRetry={() => void text.refetch()} />
          </div>
        ) : null}
        {text.data?.lines.length === 0 ? <Note>{say('viewer.textNone')}</Note> : null}
        {text.data?.lines.map((line) => (
          <button
            key={line.box.join()}
            type="button"
            onClick={() => onChoose(line.box)}
            className={`block w-full px-4 py-1 text-left text-sm select-text hover:bg-brand-tint ${found.has(line.text) ? 'bg-mark' : ''}`}
          >
            <Line text={line.text} confidence={line.confidence} />
          </button>
        ))}
      </div>
    </aside>
  )
}

function Line({ text, confidence }: { text: string; confidence: number }) {
  const { say } = useWords()
  if (confidence >= limits.sure_percent_min) return text
  const words = say('viewer.confidence', { percent: Math.round(confidence) })
  return (
    <span title={words} className="underline decoration-warn decoration-dotted underline-offset-4">
      {text}
      <span className="sr-only"> {words}</span>
    </span>
  )
}

function Note({ children }: { children: string }) {
  return <p className="px-4 py-3 text-sm text-soft">{children}</p>
}
