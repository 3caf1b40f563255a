import { Eye, EyeOff } from 'lucide-react'
import { type InputHTMLAttributes, useState } from 'react'
import { useWords } from '../words/words.ts'

/** A password that can be shown, pasted and filled in by a password manager. */
export function SecretField(given: Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const { say } = useWords()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <input {...given} type={shown ? 'text' : 'password'} className="field pr-11" />
      <button
        type="button"
        aria-label={say(shown ? 'secret.hide' : 'secret.show')}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-1 right-1 flex h-8 w-8 items-center justify-center rounded-md text-soft hover:bg-sunken"
      >
        <Icon size={19} aria-hidden />
      </button>
    </div>
  )
}
