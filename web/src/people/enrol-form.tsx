import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { enrolPerson } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useOffices } from '../search/search-query.ts'
import { useMe } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { ComboBox } from '../widgets/combo-box.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { SecretField } from '../widgets/secret-field.tsx'
import { Select } from '../widgets/select.tsx'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'
import { type RoleCode, roleCodes } from './role-codes.ts'

export function EnrolForm({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const offices = useOffices().data?.offices ?? []
  const mine = useMe().data?.officeId ?? null
  const tell = useToast()
  const [id] = useState(() => crypto.randomUUID())
  const [form, setForm] = useState({ name: '', username: '', password: '', position: '' })
  const [role, setRole] = useState<RoleCode>('registrar')
  const [officeId, setOffice] = useState<string | null>(mine)
  const enrol = useMutation({
    mutationFn: () => {
      const position = form.position.trim() || null
      const body = { ...form, id, role, officeId: officeId ?? '', position }
      return ask<typeof enrolPerson>('POST', '/people', { body })
    },
    onSuccess: async ({ name }) => {
      tell({ text: say('people.saved', { name }) })
      await queries.invalidateQueries({ queryKey: ['people'] })
      onClose()
    },
  })
  const field = (name: keyof typeof form) => ({
    className: 'field',
    value: form[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setForm({ ...form, [name]: event.target.value }),
  })
  return (
    <Dialog title={say('people.enrol')} open onClose={onClose} wide>
      <form
        className="grid items-start gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (!enrol.isPending && officeId !== null) enrol.mutate()
        }}
      >
        {enrol.isError ? (
          <div className="sm:col-span-2">
            <Trouble error={enrol.error} />
          </div>
        ) : null}
        <Field label={say('people.name')}>
          {(given) => (
            <input {...given} {...field('name')} required minLength={3} maxLength={120} />
          )}
        </Field>
        <Field label={say('people.position')}>
          {(given) => <input {...given} {...field('position')} maxLength={120} />}
        </Field>
        <Field label={say('people.username')} hint={say('signIn.usernameHint')}>
          {(given) => (
            <input
              {...given}
              {...field('username')}
              required
              pattern="[a-z][a-z0-9._\-]{2,40}"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={say('people.password')} hint={say('signIn.passwordHint')}>
          {(given) => (
            <SecretField
              {...given}
              {...field('password')}
              required
              minLength={12}
              maxLength={200}
              autoComplete="new-password"
            />
          )}
        </Field>
        <Select
          label={say('people.role')}
          choices={roleCodes.map((code) => ({
            id: code,
            word: say(`role.${code}`),
            more: say(`does.${code}`),
          }))}
          value={role}
          onChange={(code) => setRole(roleCodes.find((one) => one === code) ?? role)}
        />
        <ComboBox
          label={say('signIn.office')}
          choices={offices.map(({ code, nameTh }) => ({ id: code, word: nameTh }))}
          value={officeId}
          onChange={setOffice}
        />
        <div className="sm:col-span-2 flex justify-end gap-2">
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button
            type="submit"
            look="strong"
            refused={
              enrol.isPending ? say('app.saving') : officeId === null ? say('signIn.office') : null
            }
          >
            {say('people.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
