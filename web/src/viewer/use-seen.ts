import { useEffect } from 'react'
import { useLatest } from '../widgets/use-latest.ts'
import type { PageImage } from './page-image.ts'
import { placeText } from './viewer-url.ts'

const rest_ms = 400

/** Tells what part of the page is seen once the reader rests there, as an address holds it. */
export function useSeen(image: PageImage | null, onSeen: (see: string | undefined) => void): void {
  const told = useLatest(onSeen)
  useEffect(() => {
    if (image === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const deaf = image.onMove((place) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        told(image.isWhole() ? undefined : placeText(place))
      }, rest_ms)
    })
    return () => {
      clearTimeout(timer)
      deaf()
    }
  }, [image, told])
}
