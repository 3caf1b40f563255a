import { createPortal } from 'react-dom'
import type { Box } from './page-geometry.ts'
import type { View } from './use-page-image.ts'

type Props = { view: View; label: string; boxes: readonly Box[]; current: Box | undefined }

/** The page image; frames around found words lie in its own coordinates. */
export function PageView({ view, label, boxes, current }: Props) {
  return (
    <div className="relative min-h-0 flex-1 bg-[#dfe3e0]">
      <div ref={view.frame} role="img" aria-label={label} className="absolute inset-0" />
      {view.overlay === null
        ? null
        : createPortal(
            <svg
              viewBox="0 0 1 1"
              preserveAspectRatio="none"
              className="pointer-events-none block h-full w-full overflow-visible"
              aria-hidden
            >
              {boxes.map((box) => (
                <Frame key={box.join()} box={box} strong={box.join() === current?.join()} />
              ))}
            </svg>,
            view.overlay,
          )}
    </div>
  )
}

function Frame({ box: [x, y, width, height], strong }: { box: Box; strong: boolean }) {
  const rect = { x, y, width, height, vectorEffect: 'non-scaling-stroke' as const }
  return (
    <>
      <rect {...rect} fill="#ffd54a" fillOpacity={0.25} stroke="#8a6400" strokeWidth={2} />
      {strong ? (
        <>
          <rect {...rect} fill="none" stroke="#ffffff" strokeWidth={7} />
          <rect {...rect} fill="none" stroke="#a4262c" strokeWidth={4} />
        </>
      ) : null}
    </>
  )
}
