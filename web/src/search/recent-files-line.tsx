import { Link } from '@tanstack/react-router'
import { formatAccountNo } from '#thai-text'
import { useWords } from '../words/words.ts'
import { recentFiles } from './recent-files.ts'

export function RecentFiles() {
  const { say } = useWords()
  const files = recentFiles()
  if (files.length === 0) {
    return <p className="mt-3 px-1 text-center text-soft">{say('search.hintEmpty')}</p>
  }
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-4 px-1 text-sm">
      <span className="text-soft">{say('search.recent')}</span>
      {files.map(({ accountNo, name }) => (
        <Link
          key={accountNo}
          to="/files/$accountNo"
          params={{ accountNo }}
          className="text-brand underline-offset-4 hover:underline"
        >
          <span className="identifier font-semibold">{formatAccountNo(accountNo)}</span> {name}
        </Link>
      ))}
    </p>
  )
}
