export type ImageKind = 'tiff' | 'jpeg' | 'png' | 'pdf'
export type Colour = 'bitonal' | 'grey' | 'colour'

/** Fractions 0–1 of the page, origin top left, after the turn that the file itself asks for. */
export type Box = { x: number; y: number; width: number; height: number }

/** What the file says about a page, before its pixels are judged. */
export type PageFacts = {
  /** Width and height after the turn that the file itself asks for. */
  pixels: [number, number]
  /** The lower of both directions; null when the file does not say, or for a born-digital page. */
  dpi: number | null
  /** Of one pixel: 1, 8 or 24; also 16, 32, 48 where a file has that. */
  bits: number
  colour: Colour
  /** Drawn from outlines by us, not scanned: its pixels are our choice. */
  bornDigital: boolean
}

export type Code = { format: 'QRCode'; text: string; box: Box }

/** What is seen in the pixels. Suggestions for a person, all of them. */
export type PageMeasures = {
  /** Of the measuring: what was measured by an older one may be measured again. */
  version: number
  /** Positive: the writing runs downhill to the right. Null: too little to tell. */
  skewDegrees: number | null
  /** Share 0–1 of the page, borders left out, that is darker than its paper. */
  inkShare: number
  /** Nothing larger than dust was found. */
  blank: boolean
  /** 1 nothing but dust, 0 as much as a line of writing. */
  blankScore: number
  /** Dots per inch that the pixels really carry, whatever the file says. Null: too little to tell. */
  detailDpi: number | null
  /** Levels of brightness in use; 2 in a black and white page, however many bits it has. */
  tones: number
  /** The page lies turned clockwise by so much; null: too little to tell. */
  turnedDegrees: 0 | 90 | 180 | 270 | null
  /** Share 0–1 of the unwritten page where the other side shows through. */
  bleed: number
  /** 0 crisp, 1 nothing but fog. Null: too little to tell. */
  blur: number | null
  /** The paper itself is dark: under-exposed, or a dark back. */
  tooDark: boolean
  /** Writing seems to run over an edge of the image. */
  clipped: boolean
}

/** All that is known of a page as an image. */
export type PageQuality = PageFacts & PageMeasures

export type PageVerdict = { index: number } & PageQuality & { codes: Code[] }

export type ScanVerdict = { kind: ImageKind; pages: PageVerdict[] }

/** Raw pixels, rows top down, no padding; 1 channel grey or 3 channels RGB, 8 bits each. */
export type RawPage = {
  data: Uint8Array
  width: number
  height: number
  channels: 1 | 3
  dpi: number | null
}

export type Rendition = { bytes: Uint8Array; width: number; height: number; format: 'webp' }

/** Text of a born-digital page; `chars` in the order of `text`. */
export type PageText = { text: string; chars: { text: string; box: Box }[] }
