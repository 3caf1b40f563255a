import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { FiledDocument } from '#documents/contract'
import type { findInDocument } from '#search/contract'
import { ask } from '../api/ask.ts'
import { problemOf } from '../api/problem.ts'
import { NotFound } from '../shell/not-found.tsx'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { useWords } from '../words/words.ts'
import { BesidePane } from './beside-pane.tsx'
import { documentQuery, fileQuery } from './document-query.ts'
import { hitSteps, stepHit } from './page-geometry.ts'
import { PageView } from './page-view.tsx'
import { TextPanel } from './text-panel.tsx'
import { Thumbnails } from './thumbnails.tsx'
import { usePageImage } from './use-page-image.ts'
import { ViewerBar } from './viewer-bar.tsx'
import { ViewerTools } from './viewer-tools.tsx'
import { readViewerUrl, type ViewerUrl } from './viewer-url.ts'

export function ViewerScreen() {
  const { documentId } = useParams({ from: '/documents/$documentId' })
  const document = useQuery(documentQuery(documentId))
  if (document.isPending) return <Wait />
  if (document.isError) {
    if (problemOf(document.error).status === 404) return <NotFound />
    return (
      <div className="p-8">
        <Trouble error={document.error} onRetry={() => void document.refetch()} />
      </div>
    )
  }
  return <OpenDocument key={documentId} document={document.data} />
}

function OpenDocument({ document }: { document: FiledDocument }) {
  const { say } = useWords()
  const url = useSearch({ from: '/documents/$documentId' })
  const navigate = useNavigate()
  const { documentId, pageList } = document
  const q = url.q ?? ''
  const found = useQuery({
    queryKey: ['hits', documentId, q],
    queryFn: ({ signal }) =>
      ask<typeof findInDocument>('GET', '/documents/:documentId/hits', {
        params: { documentId },
        query: { q },
        signal,
      }),
    enabled: q !== '',
  })
  const { data: file } = useQuery(fileQuery(document.accountNo))
  const papers = file?.documents ?? []
  const steps = q === '' ? [] : hitSteps(found.data?.hits ?? [])
  const at = Math.min(pageList.length, url.page ?? 1) - 1
  const page = pageList[at]
  const hit = url.hit === undefined ? undefined : steps[url.hit - 1]
  const view = usePageImage({
    pages: pageList,
    at,
    ...(hit !== undefined && hit.ordinal === page?.ordinal ? { box: hit.box } : {}),
  })

  function go(to: ViewerUrl) {
    const search = readViewerUrl({ ...to })
    void navigate({ to: '/documents/$documentId', params: { documentId }, search, replace: true })
  }
  function turnTo(index: number) {
    const { hit: _, ...kept } = url
    go({ ...kept, page: Math.max(0, Math.min(pageList.length - 1, index)) + 1 })
  }
  function nextHit(by: number) {
    const next = stepHit(url.hit ?? (by > 0 ? 0 : 1), by, steps.length)
    const place = pageList.findIndex(({ ordinal }) => ordinal === steps[next - 1]?.ordinal)
    if (next > 0) go({ ...url, hit: next, page: Math.max(0, place) + 1 })
  }
  function turnPaper(by: number) {
    const next = papers[papers.findIndex((paper) => paper.documentId === documentId) + by]
    if (next !== undefined) open(next.documentId, {})
  }
  function open(to: string, search: ViewerUrl) {
    void navigate({ to: '/documents/$documentId', params: { documentId: to }, search })
  }
  const beside =
    url.beside === undefined ? null : { documentId: url.beside, page: url.besidePage ?? 1 }
  function showBeside(shown: typeof beside) {
    const { beside: _, besidePage: __, ...kept } = url
    go(shown === null ? kept : { ...kept, beside: shown.documentId, besidePage: shown.page })
  }
  function toggleBeside() {
    const next = Math.min(pageList.length, at + 2)
    showBeside(beside === null ? { documentId, page: next } : null)
  }
  function swap() {
    if (beside === null) return
    open(beside.documentId, { page: beside.page, beside: documentId, besidePage: at + 1 })
  }
  function toggleText() {
    const { panel, ...kept } = url
    go(panel === 'text' ? kept : { ...kept, panel: 'text' })
  }
  // One layer at a time: the words, the second pane, the panel, then the file.
  function back() {
    if (q !== '') {
      const { q: _, hit: __, ...kept } = url
      go(kept)
    } else if (beside !== null) showBeside(null)
    else if (url.panel !== undefined) go({ page: at + 1 })
    else {
      const params = { accountNo: document.accountNo }
      void navigate({ to: '/files/$accountNo', params, search: { doc: documentId } })
    }
  }
  useKeys('right', () => turnTo(at + 1))
  useKeys('left', () => turnTo(at - 1))
  useKeys('home', () => turnTo(0))
  useKeys('end', () => turnTo(pageList.length - 1))
  useKeys('n', () => nextHit(1))
  useKeys('shift+n', () => nextHit(-1))
  useKeys('pagedown', () => turnPaper(1))
  useKeys('pageup', () => turnPaper(-1))
  useKeys('2', toggleBeside)
  useKeys('x', swap)
  useKeys('t', toggleText)
  useKeys('escape', back)

  if (page === undefined) return <NotFound />
  const title = [document.formNo, document.title ?? document.typeTitleTh].filter(Boolean).join(' ')
  const label = say('viewer.page', { page: at + 1, pages: pageList.length, title })
  return (
    <div className="flex h-full flex-col">
      <ViewerBar
        document={document}
        title={title}
        q={q}
        hit={url.hit ?? 0}
        hits={steps.length}
        searched={found.isSuccess}
        onFind={(text) => go({ ...url, page: at + 1, q: text })}
        onHit={nextHit}
      />
      <div className="flex min-h-0 flex-1">
        <Thumbnails pages={pageList} at={at} onTurn={turnTo} />
        <div className="flex min-w-0 flex-1 flex-col">
          <PageView
            view={view}
            label={label}
            boxes={steps.filter(({ ordinal }) => ordinal === page.ordinal).map(({ box }) => box)}
            current={hit?.ordinal === page.ordinal ? hit.box : undefined}
          />
        </div>
        {beside === null ? null : (
          <BesidePane
            beside={beside}
            documents={papers}
            first={view.image}
            onShow={showBeside}
            onSwap={swap}
            onClose={() => showBeside(null)}
          />
        )}
        {url.panel === 'text' ? (
          <TextPanel page={page} hits={found.data?.hits ?? []} onChoose={view.centre} />
        ) : null}
      </div>
      <ViewerTools
        view={view}
        at={at}
        pages={pageList.length}
        text={url.panel === 'text'}
        beside={beside !== null}
        onBeside={toggleBeside}
        onTurn={turnTo}
        onText={toggleText}
      />
      <p className="sr-only" role="status">
        {hit === undefined
          ? label
          : say('viewer.hitAnnounce', { hits: steps.length, hit: url.hit, page: at + 1 })}
      </p>
    </div>
  )
}
