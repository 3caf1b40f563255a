import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { signIn } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useSignedIn } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { Field } from '../widgets/field.tsx'
import { SecretField } from '../widgets/secret-field.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'

export function PasswordForm() {
  const { say } = useWords()
  const signedIn = useSignedIn()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: () => ask<typeof signIn>('POST', '/sign-in', { body: { username, password } }),
    onSuccess: signedIn,
  })
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        enter.mutate()
      }}
    >
      <h2 className="text-xl">{say('signIn.title')}</h2>
      {enter.isError ? <Trouble error={enter.error} /> : null}
      <Field label={say('signIn.username')}>
        {(given) => (
          <input
            {...given}
            className="field"
            autoComplete="username"
            required
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={say('signIn.password')}>
        {(given) => (
          <SecretField
            {...given}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="strong">
        {say('signIn.button')}
      </Button>
    </form>
  )
}
