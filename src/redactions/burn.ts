import type { RawPage } from '#platform/images'
import type { Box } from './contract.ts'

/** The page with its boxes black. Edges go outwards to whole pixels. */
export function burn(page: RawPage, boxes: readonly Box[]): RawPage {
  const { width, height, channels } = page
  const data = Uint8Array.from(page.data)
  for (const [x, y, wide, high] of boxes) {
    const left = Math.max(0, Math.floor(x * width))
    const right = Math.min(width, Math.ceil((x + wide) * width))
    const bottom = Math.min(height, Math.ceil((y + high) * height))
    for (let row = Math.max(0, Math.floor(y * height)); row < bottom; row++) {
      data.fill(0, (row * width + left) * channels, (row * width + right) * channels)
    }
  }
  return { ...page, data }
}
