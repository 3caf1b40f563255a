import { Link } from '@tanstack/react-router'
import { FileQuestion } from 'lucide-react'
import { useWords } from '../words/words.ts'

/** One page for "not there" and "not yours to see": it never tells which. */
export function NotFound() {
  const { say } = useWords()
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center px-6 py-20 text-center">
      <FileQuestion size={44} strokeWidth={1.5} className="mb-3 text-brand" aria-hidden />
      <h1 className="text-xl">{say('app.notFound')}</h1>
      <p className="my-3 text-soft">{say('app.notFoundHelp')}</p>
      <Link to="/" className="text-brand underline underline-offset-4">
        {say('nav.home')}
      </Link>
    </div>
  )
}
