import { useKeys } from '../widgets/keys.ts'
import type { FeedWay } from './feed-buttons.tsx'
import type { StationActs } from './station-tools.tsx'
import type { Selection } from './use-selection.ts'

type Acts = StationActs & {
  feed: (way: FeedWay) => void
  moveDocument: (by: -1 | 1) => void
  mend: () => void
  index: () => void
  takeAll: () => void
  count: () => void
  send: () => void
  back: () => void
}

/** The keys of the scanning station. Each has a button, too. */
export function useStationKeys(acts: Acts, selection: Selection): void {
  useKeys('left', () => selection.step('left'))
  useKeys('right', () => selection.step('right'))
  useKeys('up', () => selection.step('up'))
  useKeys('down', () => selection.step('down'))
  useKeys('home', () => selection.step('home'))
  useKeys('end', () => selection.step('end'))
  useKeys('shift+left', () => selection.stretch('left'))
  useKeys('shift+right', () => selection.stretch('right'))
  useKeys('shift+up', () => selection.stretch('up'))
  useKeys('shift+down', () => selection.stretch('down'))
  useKeys('x', acts.toggle)
  useKeys('b', acts.split)
  useKeys('m', acts.merge)
  useKeys('r', () => acts.turn(90))
  useKeys('shift+r', () => acts.turn(270))
  useKeys('delete', acts.blank)
  useKeys('d', acts.reject)
  useKeys('ctrl+left', () => acts.move(-1))
  useKeys('ctrl+right', () => acts.move(1))
  useKeys('ctrl+up', () => acts.moveDocument(-1))
  useKeys('ctrl+down', () => acts.moveDocument(1))
  useKeys('u', acts.undo)
  useKeys('e', acts.mend)
  useKeys('i', acts.index)
  useKeys('y', acts.takeAll)
  useKeys('c', acts.count)
  useKeys('f9', () => acts.feed('more'), { everywhere: true })
  useKeys('shift+f9', () => acts.feed('instead'), { everywhere: true })
  useKeys('insert', () => acts.feed('after'))
  useKeys('ctrl+enter', acts.send, { everywhere: true })
  useKeys('escape', acts.back)
}
