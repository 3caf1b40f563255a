import { type RefObject, useLayoutEffect, useState } from 'react'

/** How large an element is inside, in pixels, whenever that changes. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 800, height: 600 })
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null) return
    const watch = new ResizeObserver(() =>
      setSize({ width: measured.clientWidth, height: measured.clientHeight }),
    )
    watch.observe(measured)
    return () => watch.disconnect()
  }, [element])
  return size
}
