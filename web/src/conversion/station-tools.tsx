import {
  ArrowLeft,
  ArrowRight,
  Combine,
  Expand,
  FileMinus,
  FileX,
  RotateCcw,
  RotateCw,
  Scissors,
  SquareCheck,
  Undo2,
} from 'lucide-react'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'

export type StationActs = {
  split: () => void
  merge: () => void
  turn: (by: 90 | 270) => void
  blank: () => void
  reject: () => void
  move: (by: -1 | 1) => void
  toggle: () => void
  undo: () => void
  enlarge: () => void
}

type Props = {
  acts: StationActs
  refused: string | null
  /** Why there is nothing to take back. */
  undoRefused: string | null
  big: boolean
  chosen: number
  /** All pages that are meant are left out already: the key brings them back. */
  leftOut: boolean
}

const icon = { size: 17, 'aria-hidden': true } as const

/** What the keys of the station do, as buttons. */
export function StationTools({ acts, refused, undoRefused, big, chosen, leftOut }: Props) {
  const { say } = useWords()
  return (
    <div
      role="toolbar"
      aria-label={say('station.tools')}
      className="flex flex-wrap items-center gap-1 border-b border-line bg-sheet px-3 py-1"
    >
      <Button small refused={refused} icon={<Scissors {...icon} />} onPress={acts.split}>
        {say('station.split')} <kbd className="key">B</kbd>
      </Button>
      <Button small refused={refused} icon={<Combine {...icon} />} onPress={acts.merge}>
        {say('station.merge')} <kbd className="key">M</kbd>
      </Button>
      <Button
        small
        refused={refused}
        label={`${say('station.turnRight')} R`}
        icon={<RotateCw {...icon} />}
        onPress={() => acts.turn(90)}
      >
        <kbd className="key">R</kbd>
      </Button>
      <Button
        small
        refused={refused}
        label={`${say('station.turnLeft')} ⇧R`}
        icon={<RotateCcw {...icon} />}
        onPress={() => acts.turn(270)}
      >
        <kbd className="key">⇧R</kbd>
      </Button>
      <Button small refused={refused} icon={<FileMinus {...icon} />} onPress={acts.blank}>
        {say(leftOut ? 'station.bringBack' : 'station.blank')} <kbd className="key">Del</kbd>
      </Button>
      <Button small refused={refused} icon={<FileX {...icon} />} onPress={acts.reject}>
        {say('station.reject')} <kbd className="key">D</kbd>
      </Button>
      <Button
        small
        refused={refused}
        label={`${say('station.moveBack')} Ctrl ←`}
        icon={<ArrowLeft {...icon} />}
        onPress={() => acts.move(-1)}
      >
        <kbd className="key">Ctrl ←</kbd>
      </Button>
      <Button
        small
        refused={refused}
        label={`${say('station.moveOn')} Ctrl →`}
        icon={<ArrowRight {...icon} />}
        onPress={() => acts.move(1)}
      >
        <kbd className="key">Ctrl →</kbd>
      </Button>
      <Button small icon={<SquareCheck {...icon} />} onPress={acts.toggle}>
        {chosen === 0 ? say('station.choose') : say('station.chosen', { count: chosen })}{' '}
        <kbd className="key">X</kbd>
      </Button>
      <Button small pressed={big} icon={<Expand {...icon} />} onPress={acts.enlarge}>
        {say('station.enlarge')} <kbd className="key">Space</kbd>
      </Button>
      <Button small refused={refused ?? undoRefused} icon={<Undo2 {...icon} />} onPress={acts.undo}>
        {say('station.undo')} <kbd className="key">U</kbd>
      </Button>
    </div>
  )
}
