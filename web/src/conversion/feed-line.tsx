import type { OpenBatch } from '#conversion/contract'
import { Button } from '../widgets/button.tsx'
import { Progress } from '../widgets/progress.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import type { Feed } from './use-feed.ts'

/** How far scans have come: on their way, then looked at by the machine. Nothing while all is there. */
export function FeedLine({ feed, arriving }: { feed: Feed; arriving: OpenBatch['arriving'] }) {
  const { say } = useWords()
  const { now, tooLarge } = feed
  return (
    <>
      {tooLarge.length === 0 ? null : (
        <p role="alert" className="px-4 py-1 text-sm text-warn">
          {say('intake.tooLarge', { names: tooLarge.join(' · ') })}
        </p>
      )}
      {now.state === 'broken' ? (
        <div className="px-4 py-1">
          <Trouble error={now.error} onRetry={feed.again} />
        </div>
      ) : null}
      {now.state === 'sending' ? (
        <div className="flex items-center gap-3 bg-brand-tint px-4 py-1 text-sm">
          <StepWords now={now} />
          <Button small onPress={feed.stop}>
            {say('intake.stop')}
          </Button>
        </div>
      ) : null}
      {arriving.scans > 0 ? (
        <div className="flex items-center gap-3 bg-brand-tint px-4 py-1 text-sm">
          <span role="status" className="whitespace-nowrap">
            {say('station.examining', {
              done: sayCount(arriving.examined),
              all: sayCount(arriving.scans),
            })}
          </span>
          <Progress
            done={arriving.examined}
            all={arriving.scans}
            label={say('station.examiningLabel')}
          />
        </div>
      ) : null}
    </>
  )
}

function StepWords({ now }: { now: Extract<Feed['now'], { state: 'sending' }> }) {
  const { say } = useWords()
  const { step } = now
  const counted = step.step === 'hashing' || step.step === 'sending'
  const facts = counted ? { done: sayCount(step.done), total: sayCount(step.total) } : {}
  const words = say(`intake.${step.step}`, facts)
  return (
    <>
      <span role="status" className="whitespace-nowrap">
        {words}
      </span>
      <Progress
        done={counted ? step.done : step.step === 'receiving' ? 1 : 0}
        all={counted ? step.total : 1}
        label={words}
      />
    </>
  )
}
