type Page = { pageId: string; turn: number; straighten: number }

type Props = {
  page: Page
  picture: 'thumbnail' | 'view'
  /** The place it has, in pixels: the picture stands upright in its middle. */
  width: number
  height: number
  lazy?: boolean
}

/** A page of the line, turned and straightened as its recipe says; the bytes are never changed. */
export function PagePicture({ page, picture, width, height, lazy = false }: Props) {
  const { pageId, turn, straighten } = page
  const lies = turn === 90 || turn === 270
  const [wide, high] = lies ? [height, width] : [width, height]
  return (
    <img
      src={`/api/line/pages/${pageId}/${picture}.webp`}
      alt=""
      loading={lazy ? 'lazy' : 'eager'}
      decoding="async"
      draggable={false}
      className="absolute object-contain"
      style={{
        width: wide,
        height: high,
        left: (width - wide) / 2,
        top: (height - high) / 2,
        transform: `rotate(${turn + straighten}deg)`,
      }}
    />
  )
}
