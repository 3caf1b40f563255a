import { Link } from '@tanstack/react-router'
import { useWords } from '../words/words.ts'

/** One page for "not there" and "not yours to see": it never tells which. */
export function NotFound() {
  const { say } = useWords()
  return (
    <div className="mx-auto max-w-lg p-12 text-center">
      <h1 className="text-xl">{say('app.notFound')}</h1>
      <p className="my-3 text-soft">{say('app.notFoundHelp')}</p>
      <Link to="/" className="text-brand underline underline-offset-4">
        {say('nav.home')}
      </Link>
    </div>
  )
}
