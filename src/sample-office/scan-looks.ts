import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { assert } from '#kernel'
import type { Random } from './random.ts'

/** Raw pixels of a page: 8 bits a sample, one channel (grey) or three (colour). */
export type Pixels = {
  data: Uint8Array
  width: number
  height: number
  channels: 1 | 3
  dpi: number
}

/** What paper, machine and years did to a page. */
export type ScanLook = {
  dpi: 200 | 300
  colour: 'bilevel' | 'grey' | 'colour'
  /** Degrees, to either side. */
  skew: number
  /** Standard deviation of a Gaussian blur, in pixels. 0 for none. */
  blur: number
  /** Standard deviation of the noise, of 255 steps. */
  noise: number
  /** Brightness of ink and of paper, 0 to 255. */
  ink: number
  paper: number
  /** Share of pixels turned over by dust or a bad line, as on faxes. */
  specks: number
}

/** Looks by name; skew is the most either way. */
export const scanLooks = {
  'office-200': {
    dpi: 200,
    colour: 'grey',
    skew: 0.6,
    blur: 0.5,
    noise: 5,
    ink: 25,
    paper: 246,
    specks: 0,
  },
  'office-300': {
    dpi: 300,
    colour: 'grey',
    skew: 0.6,
    blur: 0.6,
    noise: 6,
    ink: 25,
    paper: 246,
    specks: 0,
  },
  'colour-200': {
    dpi: 200,
    colour: 'colour',
    skew: 0.8,
    blur: 0.5,
    noise: 6,
    ink: 20,
    paper: 244,
    specks: 0,
  },
  'colour-300': {
    dpi: 300,
    colour: 'colour',
    skew: 0.5,
    blur: 0.7,
    noise: 6,
    ink: 20,
    paper: 246,
    specks: 0,
  },
  'bilevel-200': {
    dpi: 200,
    colour: 'bilevel',
    skew: 0.8,
    blur: 0.5,
    noise: 10,
    ink: 20,
    paper: 240,
    specks: 0.00004,
  },
  'bilevel-300': {
    dpi: 300,
    colour: 'bilevel',
    skew: 0.6,
    blur: 0.6,
    noise: 10,
    ink: 20,
    paper: 240,
    specks: 0.00004,
  },
  fax: {
    dpi: 200,
    colour: 'bilevel',
    skew: 1.2,
    blur: 0.8,
    noise: 26,
    ink: 30,
    paper: 225,
    specks: 0.0006,
  },
  faded: {
    dpi: 200,
    colour: 'grey',
    skew: 1.5,
    blur: 0.7,
    noise: 9,
    ink: 105,
    paper: 222,
    specks: 0.00005,
  },
} as const satisfies Record<string, ScanLook>
export type ScanLookName = keyof typeof scanLooks

export type Scanner = {
  /** All pages of a PDF as they leave the scanner. */
  scan(pdf: Uint8Array, look: ScanLook, random: Random): Promise<Pixels[]>
  [Symbol.dispose](): void
}

/** Starts PDFium, which draws the pages that are then skewed, blurred and dirtied. */
export async function startScanner(): Promise<Scanner> {
  const library = await PDFiumLibrary.init()
  return {
    async scan(pdf, look, random) {
      const document = await library.loadDocument(pdf)
      try {
        const scanned: Pixels[] = []
        for (const page of document.pages()) {
          const drawn = await page.render({ scale: look.dpi / 72, render: 'bitmap' })
          scanned.push(await worn(drawn, look, random))
        }
        return scanned
      } finally {
        document.destroy()
      }
    },
    [Symbol.dispose]: () => library.destroy(),
  }
}

type Drawn = { data: Uint8Array; width: number; height: number }

async function worn(drawn: Drawn, look: ScanLook, random: Random): Promise<Pixels> {
  const { width, height } = drawn
  const channels = look.colour === 'colour' ? 3 : 1
  const straight = { data: fewerChannels(drawn, channels), width, height, channels } as const
  const skewed = { ...straight, data: skew(straight, (random.next() * 2 - 1) * look.skew) }
  const data = await blur(skewed, look.blur)
  dirty(data, look, random)
  if (look.colour === 'bilevel') {
    for (let place = 0; place < data.length; place += 1) {
      data[place] = (data[place] ?? 0) < blackBelow ? 0 : 255
    }
  }
  return { data, width, height, channels, dpi: look.dpi }
}

const blackBelow = 150

/** PDFium's binding gives red, green, blue and a fourth byte. */
function fewerChannels({ data, width, height }: Drawn, channels: 1 | 3): Uint8Array {
  const pixels = width * height
  const out = new Uint8Array(pixels * channels)
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel += 1, from += 4) {
    const red = data[from] ?? 0
    const green = data[from + 1] ?? 0
    const blue = data[from + 2] ?? 0
    if (channels === 1) out[to++] = (red * 77 + green * 151 + blue * 28) >> 8
    else {
      out[to++] = red
      out[to++] = green
      out[to++] = blue
    }
  }
  return out
}

type Flat = { data: Uint8Array; width: number; height: number; channels: 1 | 3 }

/** Places between pixels are told in 256ths of a pixel, in whole numbers: half the time of fractions. */
const parts = 256

/** Turns the page about its middle and keeps its size; what comes in from outside is white. */
function skew({ data, width, height, channels }: Flat, degrees: number): Uint8Array {
  const out = new Uint8Array(data.length).fill(255)
  const sine = Math.sin((degrees * Math.PI) / 180)
  const cosine = Math.cos((degrees * Math.PI) / 180)
  const row = width * channels
  for (let y = 0, to = 0; y < height; y += 1) {
    let fromX = width / 2 - (width / 2) * cosine + (y - height / 2) * sine
    let fromY = height / 2 + (y - height / 2) * cosine + (width / 2) * sine
    for (let x = 0; x < width; x += 1, to += channels, fromX += cosine, fromY -= sine) {
      const left = fromX | 0
      const top = fromY | 0
      if (fromX < 0 || fromY < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * row + left * channels
      const right = ((fromX - left) * parts) | 0
      const low = ((fromY - top) * parts) | 0
      for (let channel = 0; channel < channels; channel += 1) {
        const corner = at + channel
        const topLeft = data[corner] ?? 0
        const topRight = data[corner + channels] ?? 0
        const lowLeft = data[corner + row] ?? 0
        const lowRight = data[corner + row + channels] ?? 0
        // Nine tenths of a page are bare paper.
        if ((topLeft & topRight & lowLeft & lowRight) === 255) continue
        out[to + channel] = mix(mix(topLeft, topRight, right), mix(lowLeft, lowRight, right), low)
      }
    }
  }
  return out
}

function mix(one: number, other: number, part: number): number {
  return one + (((other - one) * part) >> 8)
}

async function blur({ data, width, height, channels }: Flat, sigma: number): Promise<Uint8Array> {
  if (sigma === 0) return data
  const image = sharp(data, { raw: { width, height, channels } }).blur(sigma)
  // Without this, one grey channel comes back as three.
  if (channels === 1) image.toColourspace('b-w')
  const blurred = await image.raw().toBuffer({ resolveWithObject: true })
  assert(blurred.info.channels === channels, 'blurring keeps the channels')
  return blurred.data
}

/** Ink and paper brightness, noise, specks; in place. One table lookup a sample, so a page takes tens of ms. */
function dirty(data: Uint8Array, look: ScanLook, random: Random): void {
  const tone = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.round(look.ink + ((look.paper - look.ink) * value) / 255),
  )
  const noise = Int8Array.from({ length: 65_536 }, () =>
    Math.max(-127, Math.min(127, Math.round(random.normal() * look.noise))),
  )
  const samples = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
  let state = random.between(1, 2 ** 31)
  for (let place = 0; place < data.length; place += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    const value = (tone[data[place] ?? 0] ?? 0) + (noise[state >>> 16] ?? 0)
    samples[place] = value
  }
  for (let count = Math.round(data.length * look.specks); count > 0; count -= 1) {
    const place = random.between(0, data.length - 3)
    data.fill(random.chance(0.7) ? 0 : 255, place, place + random.between(1, 3))
  }
}
