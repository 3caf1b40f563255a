import { useState } from 'react'
import type { DocumentRedactions } from '#redactions/contract'
import { useRefused } from '../../shell/me.ts'
import { Button } from '../../widgets/button.tsx'
import { Switch } from '../../widgets/switch.tsx'
import { useToast } from '../../widgets/toast.tsx'
import { Trouble } from '../../widgets/trouble.tsx'
import { useWords } from '../../words/words.ts'
import { standingCovers } from '../shown-page.ts'
import { SidePanel } from '../side-panel.tsx'
import { type Draft, draftOver } from './draft.ts'
import { DraftForm } from './draft-form.tsx'
import { RedactionList } from './redaction-list.tsx'
import { useRedaction } from './use-redaction.ts'

type Props = {
  documentId: string
  /** The page on screen, and the number of each page of the document. */
  pageId: string
  numbers: ReadonlyMap<string, number>
  known: DocumentRedactions
  draft: Draft | null
  onDraft: (draft: Draft | null) => void
  covered: boolean
  onCovered: (covered: boolean) => void
  onPage: (pageId: string) => void
  onClose: () => void
}

/** What is covered on the document, and the setting of new boxes. */
export function RedactionsPanel(props: Props) {
  const { documentId, known, draft, onDraft, covered, onCovered, onClose } = props
  const { say } = useWords()
  const tell = useToast()
  const refused = useRefused('redactions.make')
  const covers = standingCovers(known)
  // What the draft began with.
  const [standing, setStanding] = useState(covers)
  function begin() {
    setStanding(covers)
    onDraft(draftOver(covers))
  }
  const { save, withdraw } = useRedaction(documentId, (redactionId) => {
    onDraft(null)
    onCovered(true)
    const undo = () => withdraw.mutate(redactionId)
    tell({ text: say('redactions.saved'), tone: 'good', undo })
  })
  return (
    <SidePanel title={say('redactions.title')} hint={say('redactions.hint')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {draft === null ? (
          <>
            {known.seesThrough && covers.size > 0 ? (
              <Switch on={covered} onChange={onCovered}>
                {say('redactions.showCovered')}
              </Switch>
            ) : null}
            <Button look="strong" refused={refused} onPress={begin}>
              {say('redactions.begin')}
            </Button>
            {withdraw.error === null ? null : <Trouble error={withdraw.error} />}
            <RedactionList
              {...props}
              refused={withdraw.isPending ? say('app.saving') : refused}
              onWithdraw={(redactionId) => withdraw.mutate(redactionId)}
            />
          </>
        ) : (
          <DraftForm
            {...props}
            draft={draft}
            standing={standing}
            error={save.error}
            busy={save.isPending}
            onSave={(why) => save.mutate({ draft, standing, ...why })}
          />
        )}
      </div>
    </SidePanel>
  )
}
