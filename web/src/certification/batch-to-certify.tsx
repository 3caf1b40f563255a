import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { BatchToCertify } from '#certification/contract'
import { PagePicture } from '../conversion/page-picture.tsx'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { useWords } from '../words/words.ts'
import { useLook } from './certify-query.ts'
import { GiveBackDialog } from './give-back-dialog.tsx'
import { RuleTable } from './rule-table.tsx'

type Paper = BatchToCertify['documentList'][number]

const thumbnail = { width: 108, height: 152 }
const view = { width: 560, height: 790 }

/** A batch before it is signed: its rules, and its documents for looking at. */
export function BatchDetail({ batch }: { batch: BatchToCertify }) {
  const { say } = useWords()
  const look = useLook(batch.batchId)
  const [shown, setShown] = useState<Paper | null>(null)
  const [back, setBack] = useState<Paper | null>(null)
  const looked = new Set(batch.looked)
  function show(paper: Paper) {
    setShown(paper)
    look.mutate(paper.documentId)
  }
  return (
    <div className="flex flex-col gap-4 p-5">
      <section>
        <h2 className="mb-1 text-base">{say('certify.rules')}</h2>
        <RuleTable rules={batch.trouble.length > 0 ? batch.trouble : batch.rules} />
      </section>
      <section>
        <h2 className="mb-2 text-base">
          {say('certify.documents', { looked: looked.size, all: batch.documents })}
        </h2>
        <ul className="flex flex-wrap gap-3">
          {batch.documentList.map((paper) => (
            <li key={paper.documentId}>
              <button
                type="button"
                onClick={() => show(paper)}
                className="flex w-36 flex-col items-center gap-1 rounded-md border border-line bg-sheet p-2 text-sm hover:border-brand"
              >
                <span className="relative block" style={thumbnail}>
                  <Picture paper={paper} picture="thumbnail" at={0} size={thumbnail} />
                </span>
                <span className="line-clamp-2 text-center">{paper.typeTitleTh}</span>
                {looked.has(paper.documentId) ? (
                  <span className="flex items-center gap-1 text-good">
                    <CircleCheck size={15} aria-hidden />
                    {say('certify.lookedAt')}
                  </span>
                ) : (
                  <span className="text-soft">
                    {say('certify.pages', { pages: paper.pageList.length })}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {shown === null ? null : (
        <PaperDialog
          key={shown.documentId}
          paper={shown}
          onBack={() => {
            setBack(shown)
            setShown(null)
          }}
          onClose={() => setShown(null)}
        />
      )}
      {back === null ? null : (
        <GiveBackDialog
          batchId={batch.batchId}
          documentId={back.documentId}
          title={back.typeTitleTh}
          onClose={() => setBack(null)}
        />
      )}
    </div>
  )
}

type PictureProps = {
  paper: Paper
  picture: 'thumbnail' | 'view'
  at: number
  size: { width: number; height: number }
}

function Picture({ paper, picture, at, size }: PictureProps) {
  const page = paper.pageList[at]
  if (page === undefined) return null
  return <PagePicture page={page} picture={picture} {...size} lazy />
}

type PaperProps = { paper: Paper; onBack: () => void; onClose: () => void }

/** The pages of a document, one at a time. */
function PaperDialog({ paper, onBack, onClose }: PaperProps) {
  const { say } = useWords()
  const [at, setAt] = useState(0)
  const last = paper.pageList.length - 1
  return (
    <Dialog title={paper.typeTitleTh} open onClose={onClose} wide>
      <div className="relative mx-auto bg-sunken" style={view}>
        <Picture paper={paper} picture="view" at={at} size={view} />
      </div>
      <div className="mt-3 flex items-center gap-2">
        <Button onPress={() => setAt(Math.max(0, at - 1))}>{say('viewer.previous')}</Button>
        <span className="text-sm">
          {at + 1}/{last + 1}
        </span>
        <Button onPress={() => setAt(Math.min(last, at + 1))}>{say('viewer.next')}</Button>
        <span className="flex-1" />
        <Button look="danger" onPress={onBack}>
          {say('certify.giveBack')}
        </Button>
        <Button look="strong" onPress={onClose}>
          {say('certify.lookedAt')}
        </Button>
      </div>
    </Dialog>
  )
}
