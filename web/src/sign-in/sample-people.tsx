import { useMutation } from '@tanstack/react-query'
import type { Me, signInAsSample } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useSignedIn } from '../shell/me.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'

export function SamplePeople({ people }: { people: Me['samplePeople'] }) {
  const { say } = useWords()
  const signedIn = useSignedIn()
  const enter = useMutation({
    mutationFn: (username: string) =>
      ask<typeof signInAsSample>('POST', '/sample-sign-in', { body: { username } }),
    onSuccess: signedIn,
  })
  return (
    <section>
      <h2 className="text-xl">{say('signIn.sampleTitle')}</h2>
      <p className="mb-5 text-soft">{say('signIn.sampleIntro')}</p>
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-3">
        {people.map(({ username, name, role }) => (
          <button
            key={username}
            type="button"
            onClick={() => enter.mutate(username)}
            className="flex flex-col justify-start rounded-lg border border-line bg-sheet p-4 text-left hover:border-brand hover:bg-brand-tint"
          >
            <span className="block font-semibold text-brand">{say(`role.${role}`)}</span>
            <span className="block text-sm">{name}</span>
            <span className="mt-1 block text-sm text-soft">{say(`does.${role}`)}</span>
          </button>
        ))}
      </div>
      <div className="mt-4">{enter.isError ? <Trouble error={enter.error} /> : null}</div>
    </section>
  )
}
