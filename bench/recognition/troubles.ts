import type { PageQuality } from '#platform/images'
import { atDpi, rawOf, scanned } from './degrade.ts'
import { randomFrom } from './office-pages.ts'
import type { Picture } from './picture.ts'

/** One thing that can be wrong with a scan, from hardly to badly. */
export type Trouble = {
  name: string
  steps: readonly number[]
  make(picture: Picture, step: number, seed: number): Promise<Picture>
  measure: keyof PageQuality
  measureOf(quality: PageQuality): number | null
}

const usual = { skew: 0.3, blur: 0.6, noise: 6, quality: 75 }

export const troubles: readonly Trouble[] = [
  {
    name: 'unsharp at 200 dpi (sigma)',
    steps: [0.6, 1, 1.4, 1.8, 2.2, 2.6],
    make: async (picture, blur, seed) =>
      scanned(await atDpi(picture, 200), { ...usual, blur, random: randomFrom(seed) }),
    measure: 'blur',
    measureOf: ({ blur }) => blur,
  },
  {
    name: 'scanned at so many dpi',
    steps: [200, 150, 120, 100, 85, 70],
    make: async (picture, dpi, seed) =>
      scanned(await atDpi(picture, dpi), { ...usual, random: randomFrom(seed) }),
    measure: 'dpi',
    measureOf: ({ dpi }) => dpi,
  },
  {
    name: 'scanned at so many dpi and enlarged to 300',
    steps: [200, 150, 120, 100, 85, 70],
    async make(picture, dpi, seed) {
      const coarse = await scanned(await atDpi(picture, dpi), {
        ...usual,
        noise: 3,
        random: randomFrom(seed),
      })
      return atDpi(coarse, 300)
    },
    measure: 'detailDpi',
    measureOf: ({ detailDpi }) => detailDpi,
  },
  {
    name: 'skewed by so many degrees',
    steps: [1, 2, 3, 4, 5, 6],
    make: async (picture, skew, seed) =>
      scanned(await atDpi(picture, 200), { ...usual, skew, random: randomFrom(seed) }),
    measure: 'skewDegrees',
    measureOf: ({ skewDegrees }) => skewDegrees,
  },
  {
    name: 'other side shows through by so much',
    steps: [0.05, 0.1, 0.15, 0.2, 0.3, 0.4],
    make: async (picture, share, seed) =>
      scanned(await seenThrough(await atDpi(picture, 200), share), {
        ...usual,
        random: randomFrom(seed),
      }),
    measure: 'bleed',
    measureOf: ({ bleed }) => bleed,
  },
]

/** The page itself, mirrored and soft, as the back of a thin sheet. */
async function seenThrough(picture: Picture, share: number): Promise<Picture> {
  const back = await rawOf(picture).flop().flip().blur(1.5).raw().toBuffer()
  const data = picture.data.map((value, at) => value * (1 - share * (1 - (back[at] ?? 255) / 255)))
  return { ...picture, data }
}
