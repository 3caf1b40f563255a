import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { grantRole, Person, revokeGrant } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { problemOf } from '../api/problem.ts'
import { useOffices } from '../search/search-query.ts'
import { useMe } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { ComboBox } from '../widgets/combo-box.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Select } from '../widgets/select.tsx'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { useOfficeWord } from './office-word.ts'
import { type RoleCode, roleCodes } from './role-codes.ts'

type Grant = Person['grants'][number]
type Change = Grant & { give: boolean; undoing?: boolean }

/** What a person may do, and where. Each change works at once and can be undone by the other. */
export function RolesDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { say } = useWords()
  const me = useMe().data?.person
  const office = useOfficeWord()
  const change = useChange(person)
  return (
    <Dialog title={say('people.rolesOf', { name: person.name })} open onClose={onClose} wide>
      <p className="mb-4 text-sm text-soft">{say('people.rolesHint')}</p>
      {change.isError ? (
        <div className="mb-4">
          <Trouble error={change.error} />
        </div>
      ) : null}
      <ul className="sheet divide-y divide-line">
        {person.grants.length === 0 ? (
          <li className="px-4 py-3 text-soft">{say('people.noRole')}</li>
        ) : null}
        {person.grants.map((grant) => (
          <li
            key={`${grant.role} ${grant.officeId}`}
            className="flex items-center gap-3 py-2 pr-2 pl-4"
          >
            <span className="min-w-0 flex-1">
              <span className="font-semibold">{say(`role.${grant.role}`)}</span>{' '}
              <span className="text-soft">{office(grant.officeId)}</span>
              <span className="block text-sm text-soft">{say(`does.${grant.role}`)}</span>
            </span>
            <Button
              small
              look="danger"
              label={say('people.revokeOf', {
                role: say(`role.${grant.role}`),
                office: office(grant.officeId),
              })}
              refused={
                me?.personId === person.personId && grant.role === 'administrator'
                  ? say('people.ownLast')
                  : change.isPending
                    ? say('app.saving')
                    : null
              }
              onPress={() => change.mutate({ ...grant, give: false })}
            >
              {say('people.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <GrantForm
        busy={change.isPending}
        onGrant={(grant) => change.mutate({ ...grant, give: true })}
      />
    </Dialog>
  )
}

/** Gives or takes a role, tells of it, and offers the other as undo. */
function useChange(person: Person) {
  const { say, language } = useWords()
  const queries = useQueryClient()
  const tell = useToast()
  const office = useOfficeWord()
  const { personId, name } = person
  const change = useMutation({
    mutationFn: async ({ give, role, officeId }: Change) => {
      const parts = { params: { personId }, body: { id: crypto.randomUUID(), role, officeId } }
      return give
        ? await ask<typeof grantRole>('POST', '/people/:personId/grants', parts)
        : await ask<typeof revokeGrant>('POST', '/people/:personId/grants/revoke', parts)
    },
    onSuccess: async (_, done) => {
      const facts = { name, role: say(`role.${done.role}`), office: office(done.officeId) }
      const text = say(done.give ? 'people.granted' : 'people.revoked', facts)
      const back: Change = { ...done, give: !done.give, undoing: true }
      tell(done.undoing ? { text } : { text, undo: () => change.mutate(back) })
      await queries.invalidateQueries({ queryKey: ['people'] })
      await queries.invalidateQueries({ queryKey: ['me'] })
    },
    onError: (error, tried) => {
      if (tried.undoing) {
        tell({ tone: 'bad', text: sayProblem(problemOf(error), language).sentence })
      }
    },
  })
  return change
}

type GrantFormProps = { busy: boolean; onGrant: (grant: Grant) => void }

function GrantForm({ busy, onGrant }: GrantFormProps) {
  const { say } = useWords()
  const offices = useOffices().data?.offices ?? []
  const mine = useMe().data?.officeId ?? null
  const [role, setRole] = useState<RoleCode | null>(null)
  const [officeId, setOffice] = useState<string | null>(mine)
  const lacking = role === null || officeId === null ? say('people.role') : null
  return (
    <form
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (role !== null && officeId !== null && !busy) onGrant({ role, officeId })
      }}
    >
      <h3 className="mb-2 text-base">{say('people.grantTitle')}</h3>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Select
          label={say('people.role')}
          placeholder={say('people.role')}
          choices={roleCodes.map((code) => ({
            id: code,
            word: say(`role.${code}`),
            more: say(`does.${code}`),
          }))}
          value={role}
          onChange={(code) => setRole(roleCodes.find((one) => one === code) ?? null)}
        />
        <ComboBox
          label={say('signIn.office')}
          choices={offices.map(({ code, nameTh }) => ({ id: code, word: nameTh }))}
          value={officeId}
          onChange={setOffice}
        />
      </div>
      <div className="mt-4 flex justify-end">
        <Button type="submit" look="strong" refused={busy ? say('app.saving') : lacking}>
          {say('people.grant')}
        </Button>
      </div>
    </form>
  )
}
