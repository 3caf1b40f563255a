import { Link } from '@tanstack/react-router'
import type { PaperFile } from '#paper-files/contract'
import { useWords } from '../words/words.ts'
import { usePaperPlaces } from './paper-query.ts'
import { sayPlace } from './paper-words.ts'
import { PaperStateChip } from './state-chip.tsx'

/** Where the first volume of the paper stands, and how it is. */
export function PaperPlace({ files }: { files: readonly PaperFile[] }) {
  const { say } = useWords()
  const [first] = files
  if (first === undefined) return null
  return (
    <>
      {say('paper.at', { place: sayPlace(first, say) })}
      {files.length > 1 ? ` · ${say('paper.volumes', { count: files.length })}` : ''}{' '}
      <PaperStateChip state={first.state} />
    </>
  )
}

/** The same as a way to the paper, for the head of an employer file. */
export function PaperPlaceOf({ accountNo }: { accountNo: string }) {
  const files = usePaperPlaces([accountNo]).get(accountNo)
  if (files === undefined) return null
  return (
    <Link
      to="/paper-files"
      search={{ office: files[0]?.officeId ?? '', q: accountNo }}
      className="underline-offset-4 hover:underline"
    >
      <PaperPlace files={files} />
    </Link>
  )
}
