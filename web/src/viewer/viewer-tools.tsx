import {
  ChevronLeft,
  ChevronRight,
  Columns2,
  Maximize,
  MoveHorizontal,
  RotateCw,
  ScanText,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { useWords } from '../words/words.ts'
import type { View } from './use-page-image.ts'

type Props = {
  view: View
  at: number
  pages: number
  text: boolean
  beside: boolean
  onTurn: (index: number) => void
  onText: () => void
  onBeside: () => void
}

const zoomStep = 1.25

export function ViewerTools(props: Props) {
  const { view, at, pages, text, beside, onTurn, onText, onBeside } = props
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
      className="flex items-center gap-0.5 border-t border-line bg-sheet px-2 py-1"
    >
      <Button {...tool} icon={<ChevronLeft size={17} aria-hidden />} onPress={() => onTurn(at - 1)}>
        {say('viewer.previous')}
      </Button>
      <span className="min-w-14 text-center text-sm">
        {at + 1}/{pages}
      </span>
      <Button
        {...tool}
        icon={<ChevronRight size={17} aria-hidden />}
        onPress={() => onTurn(at + 1)}
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
      <div className="ml-auto flex gap-0.5">
        <Button
          {...tool}
          shortcut="2"
          pressed={beside}
          icon={<Columns2 size={17} aria-hidden />}
          onPress={onBeside}
        >
          {say('viewer.beside')}
        </Button>
        <Button
          {...tool}
          shortcut="T"
          pressed={text}
          icon={<ScanText size={17} aria-hidden />}
          onPress={onText}
        >
          {say('viewer.text')}
        </Button>
      </div>
    </div>
  )
}
