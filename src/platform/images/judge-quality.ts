import type { Colour, PageQuality } from './page.ts'

/**
 * Something the scan rules ask for and a page does not have. `fails`: it cannot become the record
 * copy and is to be scanned again. `look`: a person decides.
 */
export type Finding = {
  code: FindingCode
  weight: 'fails' | 'look'
  /** What was measured, and what the rule asks. */
  found: number | null
  wanted: number | null
}

export type FindingCode =
  | 'resolution-below-minimum'
  | 'resolution-unstated'
  | 'resolution-unbelievable'
  | 'detail-below-minimum'
  | 'bits-below-minimum'
  | 'tones-missing'
  | 'skewed'
  | 'turned'
  | 'blurred'
  | 'clipped'
  | 'bleed-through'
  | 'too-dark'
  | 'blank'

/**
 * The least resolution and depth of a record copy, by what the image is: annex of the Electronic
 * Transactions Commission's announcement on converting documents, B.E. 2553, chapter 2, items 3 and 4.
 */
const minimums: Readonly<Record<Colour, { dpi: number; bits: number }>> = {
  bitonal: { dpi: 150, bits: 1 },
  grey: { dpi: 200, bits: 8 },
  colour: { dpi: 300, bits: 24 },
}

// The announcement asks for none of these. Set where recognition begins to lose words, by
// `npm run bench:page-quality`; `bleed` is a start value.
const marks = { detailShare: 0.6, skewDegrees: 2, blur: 0.45, bleed: 0.012 }
/** Sides of paper that an office scans, in inches: a receipt to A3. */
const paperInch = { least: 4, most: 18 }

/** What the scan rules find on a page; none for a page that may be certified as it is. */
export function judgeQuality(quality: PageQuality): Finding[] {
  // Its letters are drawn from outlines: there is nothing to measure and nothing to scan again.
  if (quality.bornDigital) return []
  if (quality.blank) return [look('blank'), ...judgeResolution(quality)]
  return [...judgeResolution(quality), ...judgeTones(quality), ...judgePicture(quality)]
}

function judgeResolution({ dpi, colour, pixels, detailDpi }: PageQuality): Finding[] {
  const { dpi: wanted } = minimums[colour]
  const longSide = Math.max(...pixels)
  const findings: Finding[] = []
  if (dpi === null) findings.push(look('resolution-unstated'))
  else if (dpi < wanted) findings.push({ ...fails('resolution-below-minimum', dpi), wanted })
  else if (longSide / dpi < paperInch.least || longSide / dpi > paperInch.most) {
    findings.push(look('resolution-unbelievable', dpi))
  }
  // Enlarged or out of focus: the pixels are there, the detail is not.
  if (detailDpi !== null && detailDpi < wanted * marks.detailShare) {
    findings.push({ ...look('detail-below-minimum', detailDpi), wanted })
  }
  return findings
}

function judgeTones({ bits, colour, tones }: PageQuality): Finding[] {
  const wanted = minimums[colour].bits
  if (bits < wanted) return [{ ...fails('bits-below-minimum', bits), wanted }]
  return tones === 2 && wanted > 1 ? [look('tones-missing', tones)] : []
}

function judgePicture(quality: PageQuality): Finding[] {
  const { skewDegrees, turnedDegrees, blur, bleed, clipped, tooDark } = quality
  const findings: Finding[] = []
  if (turnedDegrees !== null && turnedDegrees !== 0) findings.push(fails('turned', turnedDegrees))
  if (skewDegrees !== null && Math.abs(skewDegrees) > marks.skewDegrees) {
    findings.push({ ...look('skewed', skewDegrees), wanted: marks.skewDegrees })
  }
  if (blur !== null && blur > marks.blur) {
    findings.push({ ...look('blurred', blur), wanted: marks.blur })
  }
  if (bleed > marks.bleed) findings.push({ ...look('bleed-through', bleed), wanted: marks.bleed })
  if (clipped) findings.push(look('clipped'))
  if (tooDark) findings.push(look('too-dark'))
  return findings
}

function fails(code: FindingCode, found: number | null = null): Finding {
  return { code, weight: 'fails', found, wanted: null }
}

function look(code: FindingCode, found: number | null = null): Finding {
  return { code, weight: 'look', found, wanted: null }
}
