import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { listPeople, Person } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useOffices } from '../search/search-query.ts'
import { useRefused } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { useWords } from '../words/words.ts'
import { EnrolForm } from './enrol-form.tsx'

export function PeopleScreen() {
  const { say } = useWords()
  const [enrolling, setEnrolling] = useState(false)
  const refused = useRefused('identity.enrol')
  const people = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => ask<typeof listPeople>('GET', '/people', { signal }),
  })
  return (
    <div className="mx-auto flex max-w-[1100px] flex-col gap-4 px-8 py-5">
      <div className="flex items-center justify-between">
        <h1 className="text-xl">{say('people.title')}</h1>
        <Button
          look="strong"
          refused={refused}
          icon={<UserPlus size={18} aria-hidden />}
          onPress={() => setEnrolling(true)}
        >
          {say('people.enrol')}
        </Button>
      </div>
      {people.isPending ? <Wait /> : null}
      {people.isError ? (
        <Trouble error={people.error} onRetry={() => void people.refetch()} />
      ) : null}
      {people.isSuccess ? <PeopleTable people={people.data.people} /> : null}
      {enrolling ? <EnrolForm onClose={() => setEnrolling(false)} /> : null}
    </div>
  )
}

function PeopleTable({ people }: { people: readonly Person[] }) {
  const { say } = useWords()
  const offices = useOffices().data?.offices ?? []
  const office = (code: string) => offices.find((one) => one.code === code)?.shortNameTh ?? code
  return (
    <div className="sheet overflow-x-auto">
      <table className="w-full text-sm">
        <thead className="bg-paper text-left text-soft">
          <tr>
            <th className="px-4 py-1.5">{say('people.name')}</th>
            <th className="px-4">{say('people.username')}</th>
            <th className="px-4">{say('people.roles')}</th>
            <th className="px-4">{say('people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.personId} className="border-t border-line align-top">
              <td className="px-4 py-2">
                <span className="block font-semibold">{person.name}</span>
                <span className="text-soft">{person.position}</span>
              </td>
              <td className="px-4 py-2">{person.username}</td>
              <td className="px-4 py-2">
                {person.grants.length === 0 ? say('people.noRole') : null}
                {person.grants.map(({ role, officeId }) => (
                  <span key={`${role} ${officeId}`} className="block">
                    {say(`role.${role}`)} · {office(officeId)}
                  </span>
                ))}
              </td>
              <td className="px-4 py-2">
                {say(person.active ? 'people.active' : 'people.inactive')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
