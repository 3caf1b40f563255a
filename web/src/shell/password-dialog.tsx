import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { changePassword } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { SecretField } from '../widgets/secret-field.tsx'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'

const limits = { password_characters_min: 12, password_characters_max: 200 }
const empty = { current: '', next: '', again: '' }

/** A new password for the person at the desk. What was typed can be shown, and pasted. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const tell = useToast()
  const [form, setForm] = useState(empty)
  const change = useMutation({
    mutationFn: () =>
      ask<typeof changePassword>('POST', '/me/password', {
        body: { current: form.current, next: form.next },
      }),
    onSuccess: () => {
      tell({ text: say('password.done') })
      onClose()
    },
  })
  const lacking =
    form.next.length < limits.password_characters_min
      ? say('password.short')
      : form.next === form.again
        ? null
        : say('password.differ')
  const field = (name: keyof typeof empty, complete: string) => ({
    autoComplete: complete,
    maxLength: limits.password_characters_max,
    required: true,
    value: form[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setForm({ ...form, [name]: event.target.value }),
  })
  return (
    <Dialog title={say('password.title')} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (lacking === null && !change.isPending) change.mutate()
        }}
      >
        <p className="text-sm text-soft">{say('password.intro')}</p>
        {change.isError ? <Trouble error={change.error} /> : null}
        <Field label={say('password.current')}>
          {(given) => <SecretField {...given} {...field('current', 'current-password')} />}
        </Field>
        <Field label={say('password.next')} hint={say('signIn.passwordHint')}>
          {(given) => <SecretField {...given} {...field('next', 'new-password')} />}
        </Field>
        <Field label={say('password.again')}>
          {(given) => <SecretField {...given} {...field('again', 'new-password')} />}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button
            type="submit"
            look="strong"
            refused={change.isPending ? say('app.saving') : lacking}
          >
            {say('password.button')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
