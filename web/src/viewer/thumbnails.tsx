import { useEffect, useRef } from 'react'
import { useWords } from '../words/words.ts'
import type { ShownPage } from './shown-page.ts'

type Props = { pages: readonly ShownPage[]; at: number; onTurn: (index: number) => void }

export function Thumbnails({ pages, at, onTurn }: Props) {
  const { say } = useWords()
  const current = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the thumbnail is shown when the page turns
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <nav
      aria-label={say('viewer.thumbnails')}
      className="flex w-28 shrink-0 flex-col gap-2 overflow-auto border-r border-line bg-sheet p-2"
    >
      {pages.map((page, index) => (
        <button
          key={page.pageId}
          ref={index === at ? current : null}
          type="button"
          aria-current={index === at ? 'page' : undefined}
          aria-label={say('viewer.toPage', { page: index + 1 })}
          onClick={() => onTurn(index)}
          className={`flex shrink-0 scroll-my-2 flex-col items-center rounded-md p-1 text-sm ${index === at ? 'bg-brand-tint font-semibold text-brand shadow-[inset_0_0_0_2px_var(--color-brand)]' : 'text-soft hover:bg-sunken'}`}
        >
          <img
            src={`/api/pages/${page.pageId}/thumbnail.webp${page.look}`}
            alt=""
            loading="lazy"
            width={page.pixels[0]}
            height={page.pixels[1]}
            className="h-auto w-full border border-line bg-sheet"
          />
          {index + 1}
        </button>
      ))}
    </nav>
  )
}
