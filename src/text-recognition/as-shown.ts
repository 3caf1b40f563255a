import { straightened, uprightSize } from '#platform/images'
import { boxAround } from './line-text.ts'
import type { PageBox, RecognisedCharacter, RecognisedPage } from './recognised-page.ts'

/** The reading of a turned page with every place carried to the page as it is shown. */
export function asShown(reading: RecognisedPage, straighten: number): RecognisedPage {
  if (straighten === 0) return reading
  const carry = (box: PageBox) =>
    straightened(box, reading.pixels, straighten).map((share) =>
      Number(share.toFixed(4)),
    ) as PageBox
  return {
    ...reading,
    pixels: uprightSize(reading.pixels, { turn: 0, straighten }),
    lines: reading.lines.map((line) => {
      const characters = line.characters.map(
        ([text, x, y, width, height, confidence]): RecognisedCharacter => [
          text,
          ...carry([x, y, width, height]),
          confidence,
        ],
      )
      const boxes = characters.map(([, x, y, width, height]): PageBox => [x, y, width, height])
      return {
        ...line,
        characters,
        box: boxes.length > 0 ? [...boxAround(boxes)] : carry(line.box),
      }
    }),
  }
}
