import {
  ChevronLeft,
  ChevronRight,
  Columns2,
  Files,
  Maximize,
  MoveHorizontal,
  RectangleEllipsis,
  RotateCw,
  ScanText,
  StickyNote,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import type { WordKey } from '../words/th.ts'
import { useWords } from '../words/words.ts'
import type { View } from './use-page-image.ts'
import type { Ways } from './use-ways.ts'
import type { PanelName } from './viewer-url.ts'

type Props = { view: View; ways: Ways; pages: number }

const zoomStep = 1.25

export function ViewerTools({ view, ways, pages }: Props) {
  const { at, turnTo } = ways
  const { say } = useWords()
  useKeys(['equal', 'shift+equal', 'add'], () => view.zoomBy(zoomStep))
  useKeys(['minus', 'subtract'], () => view.zoomBy(1 / zoomStep))
  useKeys('0', () => view.fit('actual'))
  useKeys('w', () => view.fit('width'))
  useKeys('h', () => view.fit('whole'))
  useKeys('r', () => view.rotate())
  const tool = { small: true, look: 'quiet' } as const
  return (
    <div
      role="toolbar"
      aria-label={say('viewer.tools')}
      className="flex flex-wrap items-center gap-0.5 border-t border-line bg-sheet px-2 py-1 max-sm:flex-nowrap max-sm:overflow-x-auto"
    >
      <Button {...tool} icon={<ChevronLeft size={17} aria-hidden />} onPress={() => turnTo(at - 1)}>
        {say('viewer.previous')}
      </Button>
      <span className="min-w-14 text-center text-sm">
        {at + 1}/{pages}
      </span>
      <Button
        {...tool}
        icon={<ChevronRight size={17} aria-hidden />}
        onPress={() => turnTo(at + 1)}
      >
        {say('viewer.next')}
      </Button>
      <span className="mx-1 h-5 w-px bg-line" aria-hidden />
      <Button
        {...tool}
        shortcut="-"
        icon={<ZoomOut size={17} aria-hidden />}
        onPress={() => view.zoomBy(1 / zoomStep)}
      >
        {say('viewer.zoomOut')}
      </Button>
      <Button
        {...tool}
        shortcut="+"
        icon={<ZoomIn size={17} aria-hidden />}
        onPress={() => view.zoomBy(zoomStep)}
      >
        {say('viewer.zoomIn')}
      </Button>
      <Button
        {...tool}
        shortcut="W"
        icon={<MoveHorizontal size={17} aria-hidden />}
        onPress={() => view.fit('width')}
      >
        {say('viewer.width')}
      </Button>
      <Button
        {...tool}
        shortcut="H"
        icon={<Maximize size={17} aria-hidden />}
        onPress={() => view.fit('whole')}
      >
        {say('viewer.whole')}
      </Button>
      <Button
        {...tool}
        shortcut="R"
        icon={<RotateCw size={17} aria-hidden />}
        onPress={() => view.rotate()}
      >
        {say('viewer.rotate')}
      </Button>
      <Panes ways={ways} />
    </div>
  )
}

const sides = [
  { name: 'text', shortcut: 'T', word: 'viewer.text', icon: ScanText },
  { name: 'notes', shortcut: 'M', word: 'notes.tool', icon: StickyNote },
  { name: 'covers', shortcut: 'C', word: 'redactions.tool', icon: RectangleEllipsis },
  { name: 'copies', shortcut: undefined, word: 'copies.tool', icon: Files },
] as const satisfies readonly { name: PanelName; word: WordKey; [more: string]: unknown }[]

/** What stands beside the page: a second page, and one of the panels. */
function Panes({ ways: { url, beside, toggleBeside, togglePanel } }: { ways: Ways }) {
  const { say } = useWords()
  return (
    <div className="ml-auto flex flex-wrap gap-0.5 max-sm:flex-nowrap">
      <Button
        small
        look="quiet"
        shortcut="2"
        pressed={beside !== null}
        icon={<Columns2 size={17} aria-hidden />}
        onPress={toggleBeside}
      >
        {say('viewer.beside')}
      </Button>
      {sides.map(({ name, shortcut, word, icon: Icon }) => (
        <Button
          key={name}
          small
          look="quiet"
          {...(shortcut === undefined ? {} : { shortcut })}
          pressed={url.panel === name}
          icon={<Icon size={17} aria-hidden />}
          onPress={() => togglePanel(name)}
        >
          {say(word)}
        </Button>
      ))}
    </div>
  )
}
