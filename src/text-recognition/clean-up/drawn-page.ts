import type { GreyImage } from '../pixels.ts'

// Pages drawn by rule for the tests of this folder: what stands where is known exactly.

export function whitePage(width: number, height: number, dpi = 200): GreyImage {
  return { data: new Uint8Array(width * height).fill(255), width, height, dpi }
}

/** Paints every pixel whose middle `inside` accepts. */
export function paint(
  page: GreyImage,
  inside: (x: number, y: number) => boolean,
  value = 0,
): GreyImage {
  const data = page.data.map((old, at) =>
    inside((at % page.width) + 0.5, Math.floor(at / page.width) + 0.5) ? value : old,
  )
  return { ...page, data }
}

export type Rectangle = { left: number; top: number; width: number; height: number }

export function paintRectangles(
  page: GreyImage,
  rectangles: readonly Rectangle[],
  value = 0,
): GreyImage {
  const data = page.data.slice()
  for (const { left, top, width, height } of rectangles) {
    for (let y = top; y < top + height; y++)
      data.fill(value, y * page.width + left, y * page.width + left + width)
  }
  return { ...page, data }
}

/** A page of blocks as wide as letters in lines, turned clockwise by `skewDegrees` about its middle. */
export function skewedLines(skewDegrees: number, { width = 900, height = 1_200 } = {}): GreyImage {
  const angle = (skewDegrees * Math.PI) / 180
  return paint(whitePage(width, height), (pageX, pageY) => {
    const fromMiddleX = pageX - width / 2
    const fromMiddleY = pageY - height / 2
    const x = fromMiddleX * Math.cos(angle) + fromMiddleY * Math.sin(angle) + width / 2
    const y = -fromMiddleX * Math.sin(angle) + fromMiddleY * Math.cos(angle) + height / 2
    if (x < 120 || x > width - 120 || y < 120 || y > height - 120) return false
    // Letters of changing width, so that the page has no columns to be straightened along.
    return y % 46 < 18 && (x + Math.floor(y / 46) * 7) % 19 < 12
  })
}
