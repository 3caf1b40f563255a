import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { type BatchToCertify, type Duty, duties } from '#certification/contract'
import { useOffices } from '../search/search-query.ts'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { BatchList } from './batch-list.tsx'
import { BatchDetail } from './batch-to-certify.tsx'
import { CertifiedList } from './certified-list.tsx'
import { useToCertify } from './certify-query.ts'
import { SignDialog } from './sign-dialog.tsx'

/** Certification: look at the batches that passed the check, and sign for a duty of several at once. */
export function CertifyScreen() {
  const { say } = useWords()
  const waiting = useToCertify()
  const batches = waiting.data?.batches ?? []
  const [openId, setOpenId] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [duty, setDuty] = useState<Duty | null>(null)
  const at = Math.max(
    0,
    batches.findIndex(({ batchId }) => batchId === openId),
  )
  const open = batches[at]
  const marked = batches.filter(({ batchId }) => chosen.has(batchId))
  const signing = marked.length > 0 ? marked : open === undefined ? [] : [open]

  function choose(batchId: string, is: boolean) {
    const next = new Set(chosen)
    if (is) next.add(batchId)
    else next.delete(batchId)
    setChosen(next)
  }
  const move = (by: number) =>
    setOpenId(batches[Math.max(0, Math.min(batches.length - 1, at + by))]?.batchId)
  useKeys(['j', 'down'], () => move(1))
  useKeys(['k', 'up'], () => move(-1))
  useKeys('x', () => open && choose(open.batchId, !chosen.has(open.batchId)))

  return (
    <div className="flex h-full min-w-[960px] flex-col">
      <header className="flex items-center gap-4 border-b border-line bg-sheet px-5 py-2.5">
        <h1 className="text-xl whitespace-nowrap">{say('certify.title')}</h1>
        <p className="min-w-0 flex-1 text-sm text-soft">{say('certify.help')}</p>
        <DutyButtons batches={signing} onSign={setDuty} />
      </header>
      {waiting.isPending ? <Wait /> : null}
      {waiting.isError ? (
        <div className="p-5">
          <Trouble error={waiting.error} onRetry={() => void waiting.refetch()} />
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1">
        <div className="flex w-96 shrink-0 flex-col overflow-auto border-r border-line bg-sheet">
          {waiting.isSuccess && batches.length === 0 ? (
            <div className="px-6 py-12 text-center">
              <p className="text-lg font-semibold">{say('certify.none')}</p>
              <p className="text-soft">{say('certify.noneHelp')}</p>
            </div>
          ) : null}
          <BatchList
            batches={batches}
            open={open?.batchId}
            chosen={chosen}
            onOpen={setOpenId}
            onChoose={choose}
          />
          <CertifiedList />
        </div>
        <div className="min-w-0 flex-1 overflow-auto">
          {open === undefined ? null : <BatchDetail key={open.batchId} batch={open} />}
        </div>
      </div>
      {duty === null ? null : (
        <Signing
          duty={duty}
          batches={signing}
          wording={waiting.data?.wording ?? ''}
          onClose={() => setDuty(null)}
        />
      )}
    </div>
  )
}

type ButtonsProps = { batches: readonly BatchToCertify[]; onSign: (duty: Duty) => void }

/** A button for each duty that I may have in all of these batches; one that I may not sign says why. */
function DutyButtons({ batches, onSign }: ButtonsProps) {
  const { say, language } = useWords()
  return duties.map((duty) => {
    const mine = batches.map((batch) => batch.mine.find((each) => each.duty === duty))
    if (mine.length === 0 || mine.some((each) => each === undefined)) return null
    const at = mine.findIndex((each) => each?.refused !== null)
    const [code, batch] = [mine[at]?.refused ?? null, batches[at]]
    const facts = { wanted: mine[at]?.wanted ?? 0, looked: batch?.looked.length ?? 0 }
    return (
      <Button
        key={duty}
        look="strong"
        refused={code === null ? null : sayProblem({ code, facts }, language).sentence}
        icon={<PenLine size={17} aria-hidden />}
        onPress={() => onSign(duty)}
      >
        {say('certify.signAs', { duty: say(`duty.${duty}`) })}
      </Button>
    )
  })
}

type SigningProps = {
  duty: Duty
  batches: readonly BatchToCertify[]
  wording: string
  onClose: () => void
}

function Signing({ batches, ...given }: SigningProps) {
  const offices = useOffices().data?.offices ?? []
  const codes = [...new Set(batches.map(({ officeId }) => officeId))]
  const names = codes.map(
    (code) => offices.find((office) => office.code === code)?.shortNameTh ?? code,
  )
  return <SignDialog batches={batches} office={names.join(', ')} {...given} />
}
