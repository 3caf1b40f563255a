import type { PaperCounts } from '#paper-files/contract'
import { percentOf, sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { noPlace, type PaperUrl } from './paper-url.ts'

type Shelf = PaperCounts['shelves'][number]
type Props = { counts: PaperCounts; url: PaperUrl; onChoose: (shelf: Shelf | null) => void }

/** The shelves of the office in their order, each with how far it is looked through. */
export function ShelfList({ counts, url, onChoose }: Props) {
  const { say } = useWords()
  const chosen = ({ building, shelf }: Shelf) =>
    url.shelf === (shelf || noPlace) && url.building === (building || noPlace)
  return (
    <nav aria-label={say('paper.shelves')} className="min-h-0 overflow-auto bg-paper py-2">
      <ShelfButton
        name={say('paper.allShelves')}
        files={counts.files}
        looked={counts.files - counts.states.expected}
        on={url.shelf === undefined}
        onPress={() => onChoose(null)}
      />
      {counts.shelves.map((shelf, at) => (
        <div key={`${shelf.building} ${shelf.shelf}`}>
          {shelf.building !== '' && shelf.building !== counts.shelves[at - 1]?.building ? (
            <p className="mt-3 px-4 text-sm font-semibold text-soft">{shelf.building}</p>
          ) : null}
          <ShelfButton
            name={shelf.shelf || say('paper.noShelf')}
            files={shelf.files}
            looked={shelf.files - shelf.states.expected}
            on={chosen(shelf)}
            onPress={() => onChoose(shelf)}
          />
        </div>
      ))}
    </nav>
  )
}

type ButtonProps = {
  name: string
  files: number
  looked: number
  on: boolean
  onPress: () => void
}

function ShelfButton({ name, files, looked, on, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      aria-current={on ? 'true' : undefined}
      onClick={onPress}
      className={`flex w-full items-baseline gap-2 px-4 py-1.5 text-left text-sm ${on ? 'bg-brand-tint font-semibold text-brand shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-sunken'}`}
    >
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      <span className="text-soft">{percentOf(looked, files)} %</span>
      <span className="w-12 text-right">{sayCount(files)}</span>
    </button>
  )
}
