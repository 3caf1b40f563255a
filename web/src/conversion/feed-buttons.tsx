import { FilePlus2, FolderUp, Replace, ScanLine } from 'lucide-react'
import { useImperativeHandle, useRef } from 'react'
import { chosenOf } from '../intake/chosen-files.ts'
import type { Chosen } from '../intake/send-batch.ts'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'
import type { Place } from './use-feed.ts'

export type FeedWay = 'more' | 'folder' | 'after' | 'instead'

/** What the station may ask of the buttons: a choice of files for one of the ways. */
export type FeedChoice = { choose: (way: FeedWay) => void }

type Props = {
  active: string | undefined
  refused: string | null
  ask: React.RefObject<FeedChoice | null>
  onSend: (files: Chosen[], place: Place) => void
}

const icon = { size: 17, 'aria-hidden': true } as const

/** More scans: at the end of the stack, behind a page, or in a page's place. */
export function FeedButtons({ active, refused, ask, onSend }: Props) {
  const { say } = useWords()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const place = useRef<Place>({ kind: 'end' })
  function choose(way: FeedWay) {
    if (refused !== null) return
    const beside = way === 'after' || way === 'instead'
    if (beside && active === undefined) return
    place.current = beside && active !== undefined ? { kind: way, pageId: active } : { kind: 'end' }
    const input = way === 'folder' ? folder.current : files.current
    if (input === null) return
    // The same files may be chosen again.
    input.value = ''
    input.click()
  }
  useImperativeHandle(ask, () => ({ choose }))
  const onPage = refused ?? (active === undefined ? say('station.noPage') : null)
  const take = ({ target }: React.ChangeEvent<HTMLInputElement>) =>
    onSend(chosenOf(target.files ?? []), place.current)
  return (
    <>
      <Button
        small
        look="strong"
        refused={refused}
        icon={<ScanLine {...icon} />}
        onPress={() => choose('more')}
      >
        {say('station.more')} <kbd className="key">F9</kbd>
      </Button>
      <Button
        small
        refused={refused}
        icon={<FolderUp {...icon} />}
        onPress={() => choose('folder')}
      >
        {say('station.folder')}
      </Button>
      <Button
        small
        label={`${say('station.insert')} Ins · ${say('station.insertHint')}`}
        refused={onPage}
        icon={<FilePlus2 {...icon} />}
        onPress={() => choose('after')}
      >
        {say('station.insert')} <kbd className="key">Ins</kbd>
      </Button>
      <Button
        small
        label={`${say('station.rescan')} ⇧F9 · ${say('station.rescanHint')}`}
        refused={onPage}
        icon={<Replace {...icon} />}
        onPress={() => choose('instead')}
      >
        {say('station.rescan')} <kbd className="key">⇧F9</kbd>
      </Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept=".tif,.tiff,.jpg,.jpeg,.png,.pdf"
        aria-label={say('station.more')}
        onChange={take}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={say('intake.folder')}
        {...{ webkitdirectory: '' }}
        onChange={take}
      />
    </>
  )
}
