import { useMutation } from '@tanstack/react-query'
import {
  BadgeCheck,
  Camera,
  ClipboardCheck,
  Coins,
  FileSearch,
  FolderOpen,
  Gavel,
  HeartHandshake,
  type LucideIcon,
  ScanSearch,
  Settings,
  ShieldCheck,
  Store,
  UserCog,
} from 'lucide-react'
import type { Me, signInAsSample } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useSignedIn } from '../shell/me.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'

type Sample = Me['samplePeople'][number]

const icons: Record<Sample['role'], LucideIcon> = {
  registrar: FolderOpen,
  head: UserCog,
  inspector: FileSearch,
  'legal-officer': Gavel,
  finance: Coins,
  benefits: HeartHandshake,
  scanner: Camera,
  checker: ClipboardCheck,
  certifier: BadgeCheck,
  counter: Store,
  administrator: Settings,
  auditor: ScanSearch,
  'data-protection-officer': ShieldCheck,
}

/** One click into the sample office, as whoever one wants to be. */
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
      <p className="mb-4 text-soft">{say('signIn.sampleIntro')}</p>
      <div className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
        {people.map((person) => (
          <SampleCard
            key={person.username}
            person={person}
            onEnter={() => enter.mutate(person.username)}
          />
        ))}
      </div>
      <div className="mt-4">{enter.isError ? <Trouble error={enter.error} /> : null}</div>
    </section>
  )
}

function SampleCard({ person, onEnter }: { person: Sample; onEnter: () => void }) {
  const { say } = useWords()
  const Icon = icons[person.role]
  return (
    <button
      type="button"
      onClick={onEnter}
      className="flex items-start gap-3 rounded-lg border border-line bg-sheet px-3.5 py-2.5 text-left transition-colors duration-100 hover:border-brand hover:bg-brand-tint"
    >
      <Icon size={22} className="mt-0.5 shrink-0 text-brand" aria-hidden />
      <span className="min-w-0">
        <span className="block font-semibold text-brand">{say(`role.${person.role}`)}</span>
        <span className="block text-sm">{person.name}</span>
        <span className="block text-sm text-soft">{say(`does.${person.role}`)}</span>
      </span>
    </button>
  )
}
