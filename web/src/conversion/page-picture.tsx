type Page = { pageId: string; turn: number; straighten: number }

type Props = {
  page: Page
  picture: 'thumbnail' | 'view'
  /** The place it has, in pixels: the picture stands upright in its middle. */
  width: number
  height: number
  /** Fetched only when it comes near the window. */
  lazy?: boolean
}

/** The room that a page takes in a place, upright. */
export function roomOf(
  { pixels, turn }: { pixels: readonly [number, number]; turn: number },
  place: { width: number; height: number },
): { width: number; height: number } {
  const [wide, high] = turn === 90 || turn === 270 ? [pixels[1], pixels[0]] : pixels
  const scale = Math.min(place.width / wide, place.height / high)
  return { width: Math.round(wide * scale), height: Math.round(high * scale) }
}

/**
 * A page of the line, turned and straightened as its recipe says; the bytes are never changed. Under a view
 * lies its thumbnail, so that a page that is still coming is not white.
 */
export function PagePicture({ page, picture, width, height, lazy = false }: Props) {
  const { pageId, turn, straighten } = page
  const lies = turn === 90 || turn === 270
  const [wide, high] = lies ? [height, width] : [width, height]
  const pictures = picture === 'view' ? (['thumbnail', 'view'] as const) : (['thumbnail'] as const)
  return pictures.map((each) => (
    <img
      key={each}
      src={`/api/line/pages/${pageId}/${each}.webp`}
      alt=""
      loading={lazy ? 'lazy' : 'eager'}
      decoding={each === 'view' ? 'async' : 'auto'}
      draggable={false}
      className="absolute max-w-none object-contain"
      style={{
        width: wide,
        height: high,
        left: (width - wide) / 2,
        top: (height - high) / 2,
        transform: `rotate(${turn + straighten}deg)`,
      }}
    />
  ))
}
