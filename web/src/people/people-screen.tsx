import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch as useUrl } from '@tanstack/react-router'
import { CircleCheck, CircleX, Search, UserPlus } from 'lucide-react'
import type { listPeople, Person } from '#identity/contract'
import { thaiFold } from '#thai-text'
import { ask } from '../api/ask.ts'
import { useRefused } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { type Say, useWords } from '../words/words.ts'
import { EnrolForm } from './enrol-form.tsx'
import { useOfficeWord } from './office-word.ts'
import { type PeopleUrl, readPeopleUrl } from './people-url.ts'
import { RolesDialog } from './roles-dialog.tsx'

/** Who works in the offices and as what; roles are given and taken here. */
export function PeopleScreen() {
  const { say } = useWords()
  const url = useUrl({ from: '/people' })
  const navigate = useNavigate()
  const refused = useRefused('identity.enrol')
  const people = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => ask<typeof listPeople>('GET', '/people', { signal }),
  })
  const all = people.data?.people ?? []
  const q = url.q ?? ''
  const found = all.filter((person) => thaiFold(wordsOf(person, say)).includes(thaiFold(q)))
  const open = all.find(({ personId }) => personId === url.roles)
  const go = (to: PeopleUrl, replace = true) =>
    void navigate({ to: '/people', search: readPeopleUrl({ ...to }), replace })
  return (
    <div className="mx-auto flex max-w-[1100px] flex-col gap-4 px-4 py-5 sm:px-8">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-xl">{say('people.title')}</h1>
        <span className="text-sm text-soft">
          {people.isSuccess ? say('people.count', { count: sayCount(found.length) }) : ''}
        </span>
        <div className="relative ml-auto w-full sm:w-72">
          <Search
            size={18}
            className="absolute top-1/2 left-3 -translate-y-1/2 text-soft"
            aria-hidden
          />
          <input
            type="search"
            className="field pl-9"
            aria-label={say('people.find')}
            placeholder={say('people.find')}
            value={q}
            onChange={(event) => go({ q: event.target.value })}
          />
        </div>
        <Button
          look="strong"
          refused={refused}
          icon={<UserPlus size={18} aria-hidden />}
          onPress={() => go({ ...url, enrol: 'yes' }, false)}
        >
          {say('people.enrol')}
        </Button>
      </div>
      {people.isPending ? <Wait /> : null}
      {people.isError ? (
        <Trouble error={people.error} onRetry={() => void people.refetch()} />
      ) : null}
      {people.isSuccess && found.length === 0 ? (
        <p className="sheet px-4 py-10 text-center text-soft">{say('people.none', { q })}</p>
      ) : null}
      {found.length === 0 ? null : (
        <PeopleTable
          people={found}
          refused={refused}
          onRoles={(roles) => go({ ...url, roles }, false)}
        />
      )}
      {url.enrol === 'yes' && refused === null ? (
        <EnrolForm onClose={() => go(q === '' ? {} : { q })} />
      ) : null}
      {open !== undefined && refused === null ? (
        <RolesDialog person={open} onClose={() => go(q === '' ? {} : { q })} />
      ) : null}
    </div>
  )
}

function wordsOf({ name, username, position, grants }: Person, say: Say): string {
  return [name, username, position ?? '', ...grants.map(({ role }) => say(`role.${role}`))].join(
    ' ',
  )
}

type TableProps = {
  people: readonly Person[]
  refused: string | null
  onRoles: (personId: string) => void
}

function PeopleTable({ people, refused, onRoles }: TableProps) {
  const { say } = useWords()
  const office = useOfficeWord()
  return (
    <div className="sheet overflow-x-auto">
      <table className="w-full text-sm">
        <thead className="bg-paper text-left text-soft">
          <tr>
            <th className="px-4 py-2">{say('people.name')}</th>
            <th className="px-4 max-sm:hidden">{say('people.username')}</th>
            <th className="px-4">{say('people.roles')}</th>
            <th className="px-4 max-sm:hidden">{say('people.state')}</th>
            <th className="w-28">
              <span className="sr-only">{say('people.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.personId} className="border-t border-line align-top hover:bg-paper">
              <td className="px-4 py-2.5">
                <span className="block font-semibold">{person.name}</span>
                <span className="text-soft">{person.position}</span>
              </td>
              <td className="px-4 py-2.5 max-sm:hidden">{person.username}</td>
              <td className="px-4 py-2.5">
                {person.grants.length === 0 ? (
                  <span className="text-soft">{say('people.noRole')}</span>
                ) : null}
                {person.grants.map(({ role, officeId }) => (
                  <span key={`${role} ${officeId}`} className="block">
                    {say(`role.${role}`)} <span className="text-soft">{office(officeId)}</span>
                  </span>
                ))}
              </td>
              <td className="px-4 py-2.5 max-sm:hidden">
                <StateOf active={person.active} />
              </td>
              <td className="px-3 py-1.5 text-right">
                <Button
                  small
                  look="quiet"
                  refused={refused}
                  label={say('people.changeOf', { name: person.name })}
                  onPress={() => onRoles(person.personId)}
                >
                  {say('people.change')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StateOf({ active }: { active: boolean }) {
  const { say } = useWords()
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      {active ? (
        <CircleCheck size={16} className="text-good" aria-hidden />
      ) : (
        <CircleX size={16} className="text-soft" aria-hidden />
      )}
      {say(active ? 'people.active' : 'people.inactive')}
    </span>
  )
}
