import { type PointerEvent, useState } from 'react'
import { useWords } from '../../words/words.ts'
import type { Box } from '../page-geometry.ts'
import { boxAfterKey, boxBetween } from './draft.ts'

type Point = readonly [number, number]
type Props = { boxes: readonly Box[]; onChange: (boxes: readonly Box[]) => void }

/** Over the page while boxes are set: drag draws one; a box takes arrows, Shift with arrows, and Delete. */
export function RedactionLayer({ boxes, onChange }: Props) {
  const { say } = useWords()
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null)
  const drawn = drag === null ? null : boxBetween(drag.from, drag.to)
  function end() {
    if (drawn !== null) onChange([...boxes, drawn])
    setDrag(null)
  }
  const replace = (at: number, box: Box | null) =>
    onChange(boxes.flatMap((kept, index) => (index === at ? (box === null ? [] : [box]) : [kept])))
  return (
    <div
      className="absolute inset-0 cursor-crosshair touch-none"
      onPointerDown={(event) => {
        if (event.target !== event.currentTarget) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: pointOf(event), to: pointOf(event) })
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: pointOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setDrag(null)}
    >
      {boxes.map((box, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place in the list while it moves
          key={at}
          type="button"
          aria-label={say('redactions.box', { number: at + 1 })}
          aria-description={say('redactions.boxHelp')}
          onKeyDown={(event) => {
            const moved = boxAfterKey(box, event.code, event.shiftKey)
            const off = event.code === 'Delete' || event.code === 'Backspace'
            if (moved === null && !off) return
            event.preventDefault()
            event.stopPropagation()
            replace(at, moved)
          }}
          className="absolute cursor-default border-2 border-[#000] bg-[#000000a6] outline-offset-2"
          style={styleOf(box)}
        />
      ))}
      {drawn === null ? null : (
        <div
          className="pointer-events-none absolute border-2 border-dashed border-[#000] bg-[#00000066]"
          style={styleOf(drawn)}
        />
      )}
    </div>
  )
}

/** In fractions of the page, also while it is turned: offsets are the layer's own. */
function pointOf({ nativeEvent, currentTarget }: PointerEvent<HTMLElement>): Point {
  const { offsetX, offsetY } = nativeEvent
  return [offsetX / currentTarget.offsetWidth, offsetY / currentTarget.offsetHeight]
}

function styleOf([left, top, width, height]: Box) {
  const percent = (fraction: number) => `${fraction * 100}%`
  return {
    left: percent(left),
    top: percent(top),
    width: percent(width),
    height: percent(height),
  }
}
