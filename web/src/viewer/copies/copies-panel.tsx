import { useQuery } from '@tanstack/react-query'
import { Download, Printer } from 'lucide-react'
import type { Copy } from '#copies/contract'
import { Trouble } from '../../widgets/trouble.tsx'
import { Wait } from '../../widgets/wait.tsx'
import { sayWhen } from '../../words/say-when.ts'
import { useWords } from '../../words/words.ts'
import { SidePanel } from '../side-panel.tsx'
import { copiesQuery, purposesQuery } from './copies-query.ts'

type Props = { accountNo: string; onClose: () => void }

/** Who took pages of this employer's file, when and for what. */
export function CopiesPanel({ accountNo, onClose }: Props) {
  const { say, language } = useWords()
  const taken = useQuery(copiesQuery(accountNo))
  const { data: known } = useQuery(purposesQuery)
  const titles = new Map(
    [...(known?.purposes ?? []), ...(known?.activities ?? [])].map(
      ({ code, titleTh, titleEn }) => [code, language === 'th' ? titleTh : titleEn] as const,
    ),
  )
  return (
    <SidePanel title={say('copies.panelTitle')} hint={say('copies.panelHint')} onClose={onClose}>
      {taken.isPending ? <Wait /> : null}
      {taken.isError ? <Trouble error={taken.error} onRetry={() => void taken.refetch()} /> : null}
      {taken.data?.copies.length === 0 ? (
        <p className="text-sm text-soft">{say('copies.none')}</p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {taken.data?.copies.map((copy) => (
          <TakenCopy key={copy.copyId} copy={copy} titleOf={(code) => titles.get(code) ?? code} />
        ))}
      </ul>
    </SidePanel>
  )
}

function TakenCopy({ copy, titleOf }: { copy: Copy; titleOf: (code: string) => string }) {
  const { say } = useWords()
  const { form, purpose, activity, reference } = copy
  const why = [titleOf(purpose), activity === null ? null : titleOf(activity), reference]
  const Icon = form === 'print' ? Printer : Download
  return (
    <li className="flex gap-3 py-2.5 text-sm">
      <Icon size={17} className="mt-1 shrink-0 text-soft" aria-hidden />
      <div className="min-w-0">
        <p className="font-semibold">
          {say(`copies.${form}Taken`, { pages: copy.pages })}
          {copy.covered ? ` · ${say('copies.wasCovered')}` : ''}
        </p>
        <p>{why.filter(Boolean).join(' · ')}</p>
        <p className="text-soft">
          {copy.issuedTo} · {sayWhen(copy.issuedAt, new Date(), say)}
        </p>
      </div>
    </li>
  )
}
