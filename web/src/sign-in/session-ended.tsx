import type { Me } from '#identity/contract'
import { Cover } from '../widgets/dialog.tsx'
import { useWords } from '../words/words.ts'
import { PasswordForm } from './password-form.tsx'
import { SamplePeople } from './sample-people.tsx'

/** Over the screen as it was left: who signs in again goes on where they were. */
export function SessionEnded({ me }: { me: Me }) {
  const { say } = useWords()
  return (
    <Cover label={say('signIn.ended')} onClose={() => undefined}>
      <div className="flex max-h-[80vh] flex-col gap-4 overflow-auto p-6">
        <p role="alert" className="rounded-md bg-warn-tint px-3 py-2 text-warn">
          {say('signIn.ended')}
        </p>
        {me.samplePeople.length > 0 ? <SamplePeople people={me.samplePeople} /> : <PasswordForm />}
      </div>
    </Cover>
  )
}
