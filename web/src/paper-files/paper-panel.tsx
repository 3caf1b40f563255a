import { Link } from '@tanstack/react-router'
import { FolderOpen, MapPin, Printer, QrCode } from 'lucide-react'
import type { PaperFile, PaperState } from '#paper-files/contract'
import { formatAccountNo } from '#thai-text'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { PaperHistory } from './paper-history.tsx'
import { sayPlace, sayVolume, stateKeys } from './paper-words.ts'
import { PaperStateChip } from './state-chip.tsx'

type Props = {
  /** The files that a key or button acts on: the selected ones, else the active one. */
  files: readonly PaperFile[]
  refused: string | null
  onState: (state: PaperState) => void
  onEdit: () => void
  onPrint: (kind: 'covers' | 'labels') => void
  onSelectNone: () => void
}

/** What can be done with the chosen files, each act with its key; below it the history of one. */
export function PaperPanel(props: Props) {
  const { files, refused, onState } = props
  const { say } = useWords()
  const [file] = files
  if (file === undefined) return <aside className="border-l border-line bg-paper" />
  const one = files.length === 1
  return (
    <aside
      aria-label={say('paper.setState')}
      className="min-h-0 overflow-auto border-l border-line bg-paper p-4"
    >
      {one ? <Heading file={file} /> : <Several count={files.length} onNone={props.onSelectNone} />}
      <p className="mt-3 mb-1 text-sm font-semibold text-soft">{say('paper.setState')}</p>
      <div className="grid grid-cols-2 gap-1.5">
        {stateKeys.map((state, at) => (
          <button
            key={state}
            type="button"
            aria-pressed={one && file.state === state}
            aria-disabled={refused !== null}
            aria-keyshortcuts={String(at + 1)}
            title={refused ?? undefined}
            onClick={() => {
              if (refused === null) onState(state)
            }}
            className={`flex min-h-9 items-center gap-2 rounded-md border px-2 text-left ${one && file.state === state ? 'border-brand bg-brand-tint' : 'border-line bg-sheet hover:bg-sunken'} ${refused === null ? '' : 'cursor-not-allowed opacity-55'}`}
          >
            <span className="min-w-0 flex-1 overflow-hidden">
              <PaperStateChip state={state} />
            </span>
            <kbd className="key">{at + 1}</kbd>
          </button>
        ))}
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button
          small
          icon={<MapPin size={16} aria-hidden />}
          refused={refused}
          shortcut="F2"
          onPress={props.onEdit}
        >
          {say('paper.edit')} <kbd className="key">F2</kbd>
        </Button>
        <Button
          small
          icon={<QrCode size={16} aria-hidden />}
          shortcut="L"
          onPress={() => props.onPrint('labels')}
        >
          {say('paper.labels')} <kbd className="key">L</kbd>
        </Button>
        <Button
          small
          icon={<Printer size={16} aria-hidden />}
          shortcut="C"
          onPress={() => props.onPrint('covers')}
        >
          {say('paper.covers')} <kbd className="key">C</kbd>
        </Button>
      </div>
      {one ? <PaperHistory file={file} /> : null}
    </aside>
  )
}

function Heading({ file }: { file: PaperFile }) {
  const { say } = useWords()
  return (
    <>
      <h2 className="text-lg">
        <span className="identifier text-brand">{formatAccountNo(file.accountNo)}</span>{' '}
        <span className="text-sm font-normal text-soft">{sayVolume(file, say)}</span>
      </h2>
      <p>{file.employerName ?? say('paper.unknownEmployer')}</p>
      <p className="text-sm text-soft">
        {sayPlace(file, say)} · {say(`condition.${file.condition}`)}
      </p>
      {file.employerName === null ? null : (
        <Link
          to="/files/$accountNo"
          params={{ accountNo: file.accountNo }}
          className="inline-flex items-center gap-1.5 text-sm text-brand underline-offset-4 hover:underline"
        >
          <FolderOpen size={16} aria-hidden />
          {say('paper.openFile')} <kbd className="key">Enter</kbd>
        </Link>
      )}
    </>
  )
}

function Several({ count, onNone }: { count: number; onNone: () => void }) {
  const { say } = useWords()
  return (
    <div className="flex items-center gap-3">
      <h2 className="flex-1 text-lg">{say('paper.selected', { count: sayCount(count) })}</h2>
      <Button small look="quiet" onPress={onNone}>
        {say('paper.selectNone')} <kbd className="key">Esc</kbd>
      </Button>
    </div>
  )
}
