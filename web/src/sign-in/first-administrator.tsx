import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { enrolFirstAdministrator } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useSignedIn } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { Field } from '../widgets/field.tsx'
import { SecretField } from '../widgets/secret-field.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import type { WordKey } from '../words/th.ts'
import { useWords } from '../words/words.ts'

const empty = { code: '', name: '', username: '', password: '', officeId: '' }
type FieldName = keyof typeof empty

const fields: readonly {
  name: FieldName
  label: WordKey
  hint?: WordKey
  pattern?: string
  type?: 'password'
  complete: string
}[] = [
  { name: 'code', label: 'signIn.code', complete: 'one-time-code' },
  { name: 'name', label: 'signIn.name', complete: 'name' },
  {
    name: 'username',
    label: 'signIn.username',
    hint: 'signIn.usernameHint',
    pattern: '[a-z][a-z0-9._\\-]{2,40}',
    complete: 'username',
  },
  {
    name: 'password',
    label: 'signIn.password',
    hint: 'signIn.passwordHint',
    pattern: '.{12,200}',
    type: 'password',
    complete: 'new-password',
  },
  { name: 'officeId', label: 'signIn.officeCode', pattern: '[0-9]{4}', complete: 'off' },
]

/** Shown until the printed one-time code has been used. */
export function FirstAdministrator() {
  const { say } = useWords()
  const signedIn = useSignedIn()
  const [form, setForm] = useState(empty)
  const enrol = useMutation({
    mutationFn: () =>
      ask<typeof enrolFirstAdministrator>('POST', '/first-administrator', { body: form }),
    onSuccess: signedIn,
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        enrol.mutate()
      }}
    >
      <h2 className="text-xl">{say('signIn.firstTitle')}</h2>
      <p className="text-soft">{say('signIn.firstIntro')}</p>
      {enrol.isError ? <Trouble error={enrol.error} /> : null}
      {fields.map(({ name, label, hint, pattern, type, complete }) => (
        <Field key={name} label={say(label)} {...(hint === undefined ? {} : { hint: say(hint) })}>
          {(given) => {
            const field = {
              ...given,
              pattern,
              autoComplete: complete,
              required: true,
              value: form[name],
              onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
                setForm({ ...form, [name]: event.target.value }),
            }
            return type === 'password' ? (
              <SecretField {...field} />
            ) : (
              <input {...field} className="field" />
            )
          }}
        </Field>
      ))}
      <Button type="submit" look="strong">
        {say('signIn.firstButton')}
      </Button>
    </form>
  )
}
