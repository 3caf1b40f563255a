import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CopyForm } from '#copies/contract'
import type { FiledDocument } from '#documents/contract'
import { useRefused } from '../shell/me.ts'
import { NotFound } from '../shell/not-found.tsx'
import { useKeys } from '../widgets/keys.ts'
import { useWords } from '../words/words.ts'
import { BesidePane } from './beside-pane.tsx'
import { CopyDialog } from './copies/copy-dialog.tsx'
import { fileQuery } from './document-query.ts'
import { OpenPanel } from './open-panel.tsx'
import { hitSteps } from './page-geometry.ts'
import { PageMarks } from './page-marks.tsx'
import { PageView } from './page-view.tsx'
import { redactionsQuery } from './redactions/redactions-query.ts'
import { shownPages, standingCovers } from './shown-page.ts'
import { Thumbnails } from './thumbnails.tsx'
import { useHits } from './use-hits.ts'
import { useMarks } from './use-marks.ts'
import { usePageImage } from './use-page-image.ts'
import { useSeen } from './use-seen.ts'
import { useWays } from './use-ways.ts'
import { ViewerBar } from './viewer-bar.tsx'
import { ViewerTools } from './viewer-tools.tsx'
import { readPlace } from './viewer-url.ts'

/** A document on screen: its pages, what lies on them, and what stands beside them. */
export function OpenDocument({ document }: { document: FiledDocument }) {
  const { say } = useWords()
  const { documentId } = document
  const { data: file } = useQuery(fileQuery(document.accountNo))
  const { data: known } = useQuery(redactionsQuery(documentId))
  const found = useHits(documentId)
  const steps = hitSteps(found.hits)
  const ways = useWays({ document, papers: file?.documents ?? [], steps })
  const { url, at, beside } = ways
  const marks = useMarks(ways)
  // While boxes are set, what lies under them must be seen.
  const covered = url.covered === 1 && marks.redaction === null
  const pages = shownPages(document.pageList, known, covered)
  const page = pages[at]
  const hit = url.hit === undefined ? undefined : steps[url.hit - 1]
  const view = usePageImage({
    pages,
    at,
    start: readPlace(url.see),
    ...(hit !== undefined && hit.ordinal === page?.ordinal ? { box: hit.box } : {}),
  })
  useSeen(view.image, (see) => ways.change({ see }))
  const [copying, setCopying] = useState<CopyForm | null>(null)
  const refused = useRefused('copies.issue')
  const copy = (form: CopyForm) => {
    if (refused === null) setCopying(form)
  }
  useKeys('d', () => copy('download'))
  useKeys('p', () => copy('print'))

  if (page === undefined) return <NotFound />
  const title = [document.formNo, document.title ?? document.typeTitleTh].filter(Boolean).join(' ')
  const label = say('viewer.page', { page: at + 1, pages: pages.length, title })
  const covers = known === undefined ? [] : [...standingCovers(known).values()]
  return (
    <div className="flex h-full flex-col">
      <ViewerBar
        document={document}
        title={title}
        q={url.q ?? ''}
        hit={url.hit ?? 0}
        hits={steps.length}
        searched={found.searched}
        onFind={(q) => ways.change({ q })}
        onHit={ways.nextHit}
        copyRefused={refused}
        onCopy={copy}
      />
      <div className="relative flex min-h-0 flex-1">
        <Thumbnails pages={pages} at={at} onTurn={ways.turnTo} />
        <div className="flex min-w-0 flex-1 flex-col">
          <PageView
            view={view}
            label={label}
            boxes={steps.filter(({ ordinal }) => ordinal === page.ordinal).map(({ box }) => box)}
            current={hit?.ordinal === page.ordinal ? hit.box : undefined}
          >
            <PageMarks documentId={documentId} pageId={page.pageId} marks={marks} view={view} />
          </PageView>
        </div>
        {beside === null ? null : (
          <BesidePane
            beside={beside}
            documents={file?.documents ?? []}
            covered={covered}
            first={view.image}
            onShow={ways.showBeside}
            onSwap={ways.swap}
            onClose={() => ways.showBeside(null)}
          />
        )}
        <OpenPanel {...{ document, page, known, ways, marks, view }} hits={found.hits} />
      </div>
      <ViewerTools view={view} ways={ways} pages={pages.length} />
      {copying === null ? null : (
        <CopyDialog
          document={document}
          page={at + 1}
          covered={covers.reduce((sum, { boxes }) => sum + boxes.length, 0)}
          form={copying}
          onClose={() => setCopying(null)}
        />
      )}
      <p className="sr-only" role="status">
        {hit === undefined
          ? label
          : say('viewer.hitAnnounce', { hits: steps.length, hit: url.hit, page: at + 1 })}
      </p>
    </div>
  )
}
