import { useEffect, useRef, useState } from 'react'
import type { Box } from './page-geometry.ts'
import { openPageImage, type PageImage, type Place } from './page-image.ts'
import type { ShownPage } from './shown-page.ts'

export type View = {
  frame: React.RefObject<HTMLDivElement | null>
  overlay: HTMLElement | null
  centre: (box: Box) => void
  zoomBy: (factor: number) => void
  fit: (how: 'width' | 'whole' | 'actual') => void
  rotate: () => void
  image: PageImage | null
}

type Input = { pages: readonly ShownPage[]; at: number; box?: Box; start?: Place | undefined }

/**
 * Opens the image viewer in `frame`, shows the page, and brings `box` near when it changes. Opened again for
 * other pictures of the pages, it stays where it was.
 */
export function usePageImage({ pages, at, box, start }: Input): View {
  const frame = useRef<HTMLDivElement>(null)
  const [image, setImage] = useState<PageImage | null>(null)
  const last = useRef(start)
  const ids = pages.map(({ pageId, look }) => pageId + look).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew only when the pages differ
  useEffect(() => {
    if (frame.current === null) return
    const opened = openPageImage(frame.current, pages, last.current)
    setImage(opened)
    const deaf = opened.onMove((place) => {
      last.current = place
    })
    return () => {
      deaf()
      opened.close()
      setImage(null)
    }
  }, [ids])
  useEffect(() => image?.show(at), [image, at])
  const wanted = box?.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a box is the same when its numbers are
  useEffect(() => {
    if (box !== undefined) image?.centre(box)
  }, [image, at, wanted])
  return {
    frame,
    overlay: image?.overlay ?? null,
    centre: (near) => image?.centre(near),
    zoomBy: (factor) => image?.zoomBy(factor),
    fit: (how) => image?.fit(how),
    rotate: () => image?.rotate(),
    image,
  }
}
