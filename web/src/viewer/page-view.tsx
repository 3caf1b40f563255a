import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Box } from './page-geometry.ts'
import type { View } from './use-page-image.ts'

type Props = {
  view: View
  label: string
  boxes: readonly Box[]
  current: Box | undefined
  /** What else lies on the page and moves with it. */
  children?: ReactNode
}

/** The page image; frames around found words lie in its own coordinates. */
export function PageView({ view, label, boxes, current, children }: Props) {
  return (
    <div className="relative min-h-0 flex-1 bg-[#dfe3e0]">
      {/* An image may hold nothing to press, and the frame does. */}
      <div role="img" aria-label={label} className="pointer-events-none absolute inset-0" />
      <div ref={view.frame} className="absolute inset-0" />
      {view.overlay === null
        ? null
        : createPortal(
            <>
              <svg
                viewBox="0 0 1 1"
                preserveAspectRatio="none"
                className="pointer-events-none block h-full w-full overflow-visible"
                aria-hidden
              >
                {boxes.map((box) => (
                  <Frame key={box.join()} box={box} strong={box.join() === current?.join()} />
                ))}
              </svg>
              {children === undefined ? null : <OnPage>{children}</OnPage>}
            </>,
            view.overlay,
          )}
    </div>
  )
}

/** What can be pressed on the page; a press there must not begin to drag the page. */
function OnPage({ children }: { children: ReactNode }) {
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const keep = (event: Event) => {
      if (event.target !== layer.current) event.preventDefault()
    }
    // Not React's: its events come after those of the image viewer, which leaves prevented ones alone.
    layer.current?.addEventListener('pointerdown', keep)
  }, [])
  return (
    <div ref={layer} className="absolute inset-0">
      {children}
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
