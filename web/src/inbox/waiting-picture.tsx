import { ChevronLeft, ChevronRight, Maximize2, Minimize2 } from 'lucide-react'
import { useState } from 'react'
import type { Scan } from '#intake/contract'
import { Button } from '../widgets/button.tsx'
import { useKeys } from '../widgets/keys.ts'
import { useWords } from '../words/words.ts'

type Props = { scan: Pick<Scan, 'scanId' | 'name' | 'pages'>; shown: boolean }

/** The pages of the chosen scan: a clerk sees the paper while saying whose it is. */
export function WaitingPicture({ scan, shown }: Props) {
  const { say } = useWords()
  const [page, setPage] = useState(1)
  const [wide, setWide] = useState(false)
  const pages = scan.pages ?? 0
  const turn = (by: number) => setPage((at) => Math.min(pages, Math.max(1, at + by)))
  useKeys('right', () => turn(1))
  useKeys('left', () => turn(-1))
  useKeys('w', () => setWide(!wide))
  if (!shown || pages === 0) {
    return <p className="bg-sunken p-6 text-center text-soft">{say('inbox.pictureNone')}</p>
  }
  const name = say('inbox.picture', { page, pages, name: scan.name })
  return (
    <div className="flex min-h-0 min-w-0 flex-col bg-sunken">
      <div className="flex items-center justify-center gap-1 border-b border-line bg-sheet py-1">
        <Button small look="quiet" label={say('inbox.previousPage')} onPress={() => turn(-1)}>
          <ChevronLeft size={18} aria-hidden />
        </Button>
        <span className="min-w-14 text-center text-sm" role="status" aria-label={name}>
          {page}/{pages}
        </span>
        <Button small look="quiet" label={say('inbox.nextPage')} onPress={() => turn(1)}>
          <ChevronRight size={18} aria-hidden />
        </Button>
        <Button
          small
          look="quiet"
          icon={wide ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
          onPress={() => setWide(!wide)}
        >
          {say(wide ? 'inbox.whole' : 'inbox.wide')}
        </Button>
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows scroll what is wider than its place
        tabIndex={0}
        aria-label={name}
        className="min-h-0 flex-1 overflow-auto p-3 text-center"
      >
        <img
          key={page}
          src={`/api/inbox/${scan.scanId}/pages/${page}/view.webp`}
          alt={name}
          className={`inline-block border border-line bg-white ${wide ? 'w-full' : 'max-h-full max-w-full max-lg:max-h-[60vh]'}`}
        />
      </section>
    </div>
  )
}
