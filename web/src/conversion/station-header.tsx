import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import type { OpenBatch } from '#conversion/contract'
import { formatAccountNo } from '#thai-text'
import type { Chosen } from '../intake/send-batch.ts'
import { useWords } from '../words/words.ts'
import { BatchStateChip } from './batch-state-chip.tsx'
import { CountBar } from './count-bar.tsx'
import { FeedButtons, type FeedChoice } from './feed-buttons.tsx'
import { useProfiles } from './line-query.ts'
import type { Count } from './use-desk.ts'
import type { Place } from './use-feed.ts'

type Props = {
  batch: OpenBatch
  refused: string | null
  active: string | undefined
  choice: React.RefObject<FeedChoice | null>
  counted: React.RefObject<HTMLInputElement | null>
  onFeed: (files: readonly Chosen[], place: Place) => void
  onCount: (count: Count) => void
}

/** Whose paper this is, how it is scanned, and whether the count agrees. */
export function StationHeader(props: Props) {
  const { batch, refused, active, choice, counted, onFeed, onCount } = props
  const { say, language } = useWords()
  const profile = useProfiles().data?.profiles.find(({ code }) => code === batch.profile)
  const title = language === 'th' ? profile?.titleTh : profile?.titleEn
  const account = batch.accountNo === null ? null : formatAccountNo(batch.accountNo)
  return (
    <header className="flex flex-col gap-1 border-b border-line bg-sheet px-4 py-1.5">
      <div className="flex items-center gap-3">
        <Link
          to="/line"
          aria-label={say('station.toList')}
          title={say('station.toList')}
          className="rounded-md p-1.5 text-brand hover:bg-brand-tint"
        >
          <ArrowLeft size={19} aria-hidden />
        </Link>
        <h1 className="text-lg whitespace-nowrap">{say('station.batch', batch)}</h1>
        <BatchStateChip state={batch.state} />
        <span className="min-w-0 flex-1 truncate text-sm">
          {[account, batch.employerName, batch.paperFile, title].filter(Boolean).join(' · ')}
        </span>
        <FeedButtons active={active} refused={refused} ask={choice} onSend={onFeed} />
      </div>
      <CountBar batch={batch} refused={refused} field={counted} onCount={onCount} />
    </header>
  )
}
