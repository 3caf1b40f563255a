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
  dirty({ ...straight, data }, look, random)
  if (look.colour === 'bilevel') {
    for (let place = 0; place < data.length; place += 1) {
      data[place] = (data[place] ?? 0) < blackBelow ? 0 : 255
    }
  }
  return { data, width, height, channels, dpi: look.dpi }
}

const blackBelow = 150

/** PDFium's binding gives red, green, blue and a fourth byte. Bare paper, most of a page, is white already. */
function fewerChannels({ data, width, height }: Drawn, channels: 1 | 3): Uint8Array {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height)
  const out = new Uint8Array(pixels.length * channels).fill(255)
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const value = pixels[pixel] ?? 0
    if (value === white) continue
    const red = value & 255
    const green = (value >> 8) & 255
    const blue = (value >> 16) & 255
    if (channels === 1) out[pixel] = (red * 77 + green * 151 + blue * 28) >> 8
    else {
      out[pixel * 3] = red
      out[pixel * 3 + 1] = green
      out[pixel * 3 + 2] = blue
    }
  }
  return out
}

const white = 0xff_ff_ff_ff

type Flat = { data: Uint8Array; width: number; height: number; channels: 1 | 3 }

/** Turns the page about its middle and keeps its size; what comes in from outside is white. */
function skew({ data, width, height, channels }: Flat, degrees: number): Uint8Array {
  const out = new Uint8Array(data.length).fill(255)
  const sine = Math.sin((degrees * Math.PI) / 180)
  const cosine = Math.cos((degrees * Math.PI) / 180)
  const row = width * channels
  // Places are whole numbers in 65536ths of a pixel: less than half the time of fractions.
  const stepX = Math.round(cosine * one)
  const stepY = Math.round(-sine * one)
  const [endX, endY] = [(width - 1) * one, (height - 1) * one]
  for (let y = 0, to = 0; y < height; y += 1) {
    const [left, up] = [-width / 2, y - height / 2]
    let fromX = Math.round((width / 2 + left * cosine + up * sine) * one)
    let fromY = Math.round((height / 2 + up * cosine - left * sine) * one)
    for (let x = 0; x < width; x += 1, to += channels, fromX += stepX, fromY += stepY) {
      if (fromX < 0 || fromY < 0 || fromX >= endX || fromY >= endY) continue
      const at = (fromY >> 16) * row + (fromX >> 16) * channels
      for (let corner = at; corner < at + channels; corner += 1) {
        const topLeft = data[corner] ?? 0
        const topRight = data[corner + channels] ?? 0
        const lowLeft = data[corner + row] ?? 0
        const lowRight = data[corner + row + channels] ?? 0
        if ((topLeft & topRight & lowLeft & lowRight) === 255) continue
        const right = (fromX >> 8) & 255
        const low = (fromY >> 8) & 255
        const mixed = mix(mix(topLeft, topRight, right), mix(lowLeft, lowRight, right), low)
        out[to + corner - at] = mixed
      }
    }
  }
  return out
}

const one = 65_536

function mix(first: number, second: number, part: number): number {
  return first + (((second - first) * part) >> 8)
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

/** Ink and paper brightness, noise and specks; in place. */
function dirty({ data, width, channels }: Flat, look: ScanLook, random: Random): void {
  const tone = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.round(look.ink + ((look.paper - look.ink) * value) / 255),
  )
  const noise = Int8Array.from({ length: noiseSize }, () =>
    Math.max(-127, Math.min(127, Math.round(random.normal() * look.noise))),
  )
  const samples = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
  // Each line begins somewhere else in the same noise, so that no pattern shows.
  for (let start = 0; start < data.length; start += width * channels) {
    let at = random.between(0, noiseSize - 1)
    for (let place = start; place < start + width * channels; place += 1) {
      samples[place] = (tone[data[place] ?? 0] ?? 0) + (noise[at++ % noiseSize] ?? 0)
    }
  }
  for (let count = Math.round(data.length * look.specks); count > 0; count -= 1) {
    const place = random.between(0, data.length - 3)
    data.fill(random.chance(0.7) ? 0 : 255, place, place + random.between(1, 3))
  }
}

const noiseSize = 16_384
