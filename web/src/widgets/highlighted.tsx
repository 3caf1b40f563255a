import { piecesOf, type Range } from '../words/highlight.ts'

type Props = { text: string; ranges: readonly Range[]; similar?: boolean }

/** Text with its found parts marked: solid where exact, dotted where similar. */
export function Highlighted({ text, ranges, similar = false }: Props) {
  return piecesOf(text, ranges).map((piece) =>
    piece.hit ? (
      <mark key={piece.at} data-similar={similar ? '' : undefined}>
        {piece.text}
      </mark>
    ) : (
      <span key={piece.at}>{piece.text}</span>
    ),
  )
}
