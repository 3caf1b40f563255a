import { useState } from 'react'
import type { BatchToCertify, Duty } from '#certification/contract'
import { Foot } from '../conversion/reject-dialog.tsx'
import { useMe } from '../shell/me.ts'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { SecretField } from '../widgets/secret-field.tsx'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useSign } from './certify-query.ts'

type Props = {
  duty: Duty
  batches: readonly BatchToCertify[]
  wording: string
  office: string
  onClose: () => void
}

/** What is signed, whole, and the password once more. */
export function SignDialog({ duty, batches, wording, office, onClose }: Props) {
  const { say } = useWords()
  const tell = useToast()
  const sign = useSign()
  const sampleOffice = (useMe().data?.samplePeople.length ?? 0) > 0
  const [id] = useState(() => crypto.randomUUID())
  const [password, setPassword] = useState('')
  const sum = (of: 'documents' | 'pages') =>
    sayCount(batches.reduce((total, batch) => total + batch[of], 0))
  return (
    <Dialog title={say('certify.signTitle', { duty: say(`duty.${duty}`) })} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          const signed = batches.map(({ batchId, digest }) => ({ batchId, digest }))
          sign.mutate(
            { id, duty, batches: signed, password },
            {
              onSuccess: () => {
                tell({ text: say('certify.signed', { count: batches.length }) })
                onClose()
              },
            },
          )
        }}
      >
        <p className="text-sm text-soft">
          {office} ·{' '}
          {say('certify.what', {
            batches: batches.length,
            documents: sum('documents'),
            pages: sum('pages'),
          })}
          <br />
          {batches.map(({ number }) => number).join(', ')}
        </p>
        <blockquote className="rounded-md border border-line bg-paper px-4 py-3">
          “{wording}”
        </blockquote>
        <Field
          label={say('certify.password')}
          {...(sampleOffice ? { hint: say('certify.passwordHint') } : {})}
        >
          {(given) => (
            <SecretField
              {...given}
              autoFocus
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
        <p className="text-sm text-soft">{say('certify.final')}</p>
        {sign.isError ? <Trouble error={sign.error} /> : null}
        <Foot refused={sign.isPending ? say('app.loading') : null} onClose={onClose}>
          {say('certify.sign')}
        </Foot>
      </form>
    </Dialog>
  )
}
