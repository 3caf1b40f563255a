import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { enrolPerson, Role } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useOffices } from '../search/search-query.ts'
import { useMe } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'

type RoleCode = z.infer<typeof Role>

const roleCodes: readonly RoleCode[] = [
  'registrar',
  'scanner',
  'checker',
  'certifier',
  'counter',
  'inspector',
  'legal-officer',
  'finance',
  'benefits',
  'head',
  'administrator',
  'auditor',
  'data-protection-officer',
]

export function EnrolForm({ onClose }: { onClose: () => void }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const offices = useOffices().data?.offices ?? []
  const mine = useMe().data?.officeId ?? ''
  const [id] = useState(() => crypto.randomUUID())
  const [form, setForm] = useState({ name: '', username: '', password: '', position: '' })
  const [role, setRole] = useState<RoleCode>('registrar')
  const [officeId, setOffice] = useState(mine)
  const enrol = useMutation({
    mutationFn: () => {
      const body = { ...form, id, role, officeId, position: form.position.trim() || null }
      return ask<typeof enrolPerson>('POST', '/people', { body })
    },
    onSuccess: async () => {
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
        className="grid grid-cols-2 gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!enrol.isPending) enrol.mutate()
        }}
      >
        {enrol.isError ? (
          <div className="col-span-2">
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
            <input
              {...given}
              {...field('password')}
              type="password"
              required
              minLength={12}
              maxLength={200}
              autoComplete="new-password"
            />
          )}
        </Field>
        <Field label={say('people.role')}>
          {(given) => (
            <select
              {...given}
              className="field"
              value={role}
              onChange={(event) => {
                const next = roleCodes.find((code) => code === event.target.value)
                if (next !== undefined) setRole(next)
              }}
            >
              {roleCodes.map((code) => (
                <option key={code} value={code}>
                  {say(`role.${code}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={say('signIn.office')}>
          {(given) => (
            <select
              {...given}
              className="field"
              required
              value={officeId}
              onChange={(event) => setOffice(event.target.value)}
            >
              <option value="" />
              {offices.map(({ code, nameTh }) => (
                <option key={code} value={code}>
                  {nameTh}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="col-span-2 flex justify-end gap-2">
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="strong" refused={enrol.isPending ? say('app.saving') : null}>
            {say('people.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
