import { useEffect, useRef } from 'react'
import type { PaperFile } from '#paper-files/contract'
import { formatAccountNo, formatDate } from '#thai-text'
import { inBangkok } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { sayPlace, sayVolume } from './paper-words.ts'
import { PaperStateChip } from './state-chip.tsx'

type Props = {
  files: readonly PaperFile[]
  active: PaperFile | undefined
  selected: ReadonlySet<string>
  onActive: (file: PaperFile) => void
  onSelect: (file: PaperFile) => void
}

/** Files in the order of the shelves. The keys of the list are the screen's own. */
export function PaperList({ files, active, selected, onActive, onSelect }: Props) {
  const { say } = useWords()
  const list = useRef<HTMLDivElement>(null)
  const activeId = active?.paperFileId
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row to be seen is the active one's
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <div
      ref={list}
      role="listbox"
      aria-multiselectable
      aria-label={say('paper.list')}
      tabIndex={-1}
    >
      {files.map((file) => (
        <PaperRow
          key={file.paperFileId}
          file={file}
          active={file.paperFileId === activeId}
          selected={selected.has(file.paperFileId)}
          onActive={() => onActive(file)}
          onSelect={() => onSelect(file)}
        />
      ))}
    </div>
  )
}

type RowProps = {
  file: PaperFile
  active: boolean
  selected: boolean
  onActive: () => void
  onSelect: () => void
}

function PaperRow({ file, active, selected, onActive, onSelect }: RowProps) {
  const { say } = useWords()
  const name = file.employerName ?? say('paper.unknownEmployer')
  const volume = sayVolume(file, say)
  const look = active
    ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]'
    : selected
      ? 'bg-mark/40'
      : 'hover:bg-paper'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are the screen's own
    <div
      role="option"
      aria-selected={selected}
      data-active={active ? '' : undefined}
      tabIndex={active ? 0 : -1}
      onClick={(event) => (event.ctrlKey || event.metaKey ? onSelect() : onActive())}
      className={`grid cursor-pointer grid-cols-[1.5rem_7.5rem_minmax(0,1fr)_9rem] items-start gap-x-3 border-b border-line px-4 py-1.5 [contain-intrinsic-size:auto_56px] [content-visibility:auto] ${look}`}
    >
      <span
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          onSelect()
        }}
        className={`mt-0.5 flex h-5 w-5 items-center justify-center rounded border-2 text-xs leading-none ${selected ? 'border-brand bg-brand text-on-brand' : 'border-edge bg-sheet'}`}
      >
        {selected ? '✓' : ''}
      </span>
      <span className="identifier text-sm font-semibold text-brand">
        {formatAccountNo(file.accountNo)}
      </span>
      <span className="min-w-0">
        <span className="block truncate" title={name}>
          {name}
          {volume === '' ? null : <span className="ml-2 text-sm text-soft">{volume}</span>}
        </span>
        <span className="block truncate text-sm text-soft">
          {sayPlace(file, say)}
          {file.condition === 'unknown' || file.condition === 'good' ? '' : ' · '}
          {file.condition === 'unknown' || file.condition === 'good' ? null : (
            <span className="text-warn">{say(`condition.${file.condition}`)}</span>
          )}
        </span>
      </span>
      <span className="min-w-0 pt-0.5">
        <PaperStateChip state={file.state} />
        <Loan file={file} />
      </span>
    </div>
  )
}

function Loan({ file: { dueOn, lentTo } }: { file: PaperFile }) {
  const { say } = useWords()
  if (dueOn === null || lentTo === null) return null
  const late = dueOn < inBangkok(new Date()).date
  return (
    <span
      className={`block truncate text-sm ${late ? 'font-semibold text-bad' : 'text-soft'}`}
      title={say('paper.lentTo', { name: lentTo, date: formatDate(dueOn, 'day', 'short') })}
    >
      {late ? `${say('paper.late')} ` : ''}
      {formatDate(dueOn, 'day', 'short')}
    </span>
  )
}
