import sharp from 'sharp'
import { randomFrom } from './office-pages.ts'
import type { Degraded, Picture } from './picture.ts'

/** What an office's scanner, fax or copier makes of a page. */
export const variants = [
  'clean300',
  'clean200',
  'scan300',
  'scan200',
  'stamp300',
  'poor200',
  'fax200',
  'copy200',
] as const
/** Never looked at in tuning: pale, streaked and unsharp, as old heat-sensitive paper is. */
export const heldOutVariant = 'faded200'
export type Variant = (typeof variants)[number] | typeof heldOutVariant

/** One page as `variant` would give it; the same seed gives the same page. */
export async function degrade(picture: Picture, variant: Variant, seed: number): Promise<Degraded> {
  const random = randomFrom(seed)
  const side = random() < 0.5 ? -1 : 1
  switch (variant) {
    case 'clean300':
      return inGrey(picture)
    case 'clean200':
      return inGrey(await atDpi(picture, 200))
    case 'scan300':
      return inGrey(
        await scanned(picture, {
          skew: side * (0.3 + 0.6 * random()),
          blur: 0.8,
          noise: 6,
          quality: 75,
          random,
        }),
      )
    case 'scan200':
      return inGrey(
        await scanned(await atDpi(picture, 200), {
          skew: side * (0.3 + 0.6 * random()),
          blur: 0.6,
          noise: 6,
          quality: 60,
          random,
        }),
      )
    case 'stamp300':
      return {
        ...(await scanned(picture, { skew: side * 0.5, blur: 0.8, noise: 6, quality: 75, random })),
        channels: 3,
      }
    case 'poor200': {
      const pale = shaded(await atDpi(picture, 200), { ink: 85, paper: 215 })
      return inGrey(
        await scanned(pale, {
          skew: side * (1.3 + random()),
          blur: 0.7,
          noise: 15,
          quality: 35,
          random,
        }),
      )
    }
    case 'fax200': {
      const noisy = await scanned(await atDpi(picture, 200), {
        skew: side * 0.6 * random(),
        blur: 0.5,
        noise: 22,
        quality: 90,
        random,
      })
      return oneBit(inGrey(noisy), { level: 150, specks: 0.0004, random })
    }
    case 'copy200': {
      const dark = await scanned(await atDpi(picture, 200), {
        skew: side * 0.8 * random(),
        blur: 0.9,
        noise: 10,
        quality: 80,
        random,
      })
      return oneBit(inGrey(dark), { level: 172, specks: 0.0015, random })
    }
    case 'faded200': {
      const pale = shaded(await atDpi(picture, 200), { ink: 140, paper: 235 })
      const page = inGrey(
        await scanned(pale, { skew: side * random(), blur: 1, noise: 8, quality: 60, random }),
      )
      return streaked(page, random)
    }
  }
}

type Scan = { skew: number; blur: number; noise: number; quality: number; random: () => number }

export async function scanned(
  picture: Picture,
  { skew, blur, noise, quality, random }: Scan,
): Promise<Picture> {
  const { width, height, dpi } = picture
  const paper = { r: picture.data[0] ?? 255, g: picture.data[1] ?? 255, b: picture.data[2] ?? 255 }
  const turned = await rawOf(picture)
    .rotate(skew, { background: paper })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const fitted = await sharp(turned.data, { raw: turned.info })
    .extract({
      left: Math.floor((turned.info.width - width) / 2),
      top: Math.floor((turned.info.height - height) / 2),
      width,
      height,
    })
    .blur(blur)
    .raw()
    .toBuffer()
  const noisy = withNoise(fitted, noise, random)
  const jpeg = await sharp(noisy, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer()
  return { data: new Uint8Array(await sharp(jpeg).raw().toBuffer()), width, height, dpi, skew }
}

/** Brightness noise of a sensor: the same on the three colours, the sum of four even draws. */
function withNoise(samples: Uint8Array, sigma: number, random: () => number): Uint8Array {
  const noisy = new Uint8Array(samples.length)
  for (let at = 0; at < samples.length; at += 3) {
    const shift = (random() + random() + random() + random() - 2) * sigma * 1.73
    for (let n = at; n < at + 3; n++)
      noisy[n] = Math.min(255, Math.max(0, (samples[n] ?? 0) + shift))
  }
  return noisy
}

/** Grey ink on grey paper, darker towards one corner as at the fold of a bound file. */
function shaded(picture: Picture, { ink, paper }: { ink: number; paper: number }): Picture {
  const data = new Uint8Array(picture.data.length)
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3)
    const x = (pixel % picture.width) / picture.width
    const y = Math.floor(pixel / picture.width) / picture.height
    const light = 1 - 0.25 * x * x * (0.5 + y / 2)
    data[at] = (ink + ((picture.data[at] ?? 0) / 255) * (paper - ink)) * light
  }
  return { ...picture, data }
}

/** Light lines down the page, where dots of the printing head were worn. */
function streaked(page: Degraded, random: () => number): Degraded {
  const data = page.data.slice()
  for (let n = 0; n < 12; n++) {
    const column = Math.floor(random() * page.width)
    for (let at = column; at < data.length; at += page.width) {
      data[at] = 255 - (255 - (data[at] ?? 255)) * 0.4
    }
  }
  return { ...page, data }
}

function oneBit(
  page: Degraded,
  { level, specks, random }: { level: number; specks: number; random: () => number },
): Degraded {
  const data = page.data.map((value) => (value < level ? 0 : 255))
  const count = Math.round(specks * data.length)
  for (let n = 0; n < count; n++) {
    const at = Math.floor(random() * (data.length - page.width - 2))
    const value = random() < 0.8 ? 0 : 255
    const size = random() < 0.3 ? 2 : 1
    for (let y = 0; y < size; y++) data.fill(value, at + y * page.width, at + y * page.width + size)
  }
  return { ...page, data }
}

export async function atDpi(picture: Picture, dpi: number): Promise<Picture> {
  const width = Math.round((picture.width * dpi) / picture.dpi)
  const { data, info } = await rawOf(picture)
    .resize(width)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { ...picture, data: new Uint8Array(data), width: info.width, height: info.height, dpi }
}

export function rawOf({ data, width, height }: Picture) {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

export function inGrey({ data, width, height, dpi, skew }: Picture): Degraded {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) {
    const from = at * 3
    grey[at] =
      ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  }
  return { data: grey, width, height, channels: 1, dpi, skew }
}
