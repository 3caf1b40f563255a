import { useKeys } from '../widgets/keys.ts'

type Acts = {
  accept: () => void
  begin: () => void
  digit: (number: number) => void
  undo: () => void
  turn: (by: 1 | -1) => void
  row: (by: 1 | -1) => void
  far: (by: 1 | -1) => void
  mark: () => void
  enlarge: () => void
  mode: () => void
  back: () => void
}

/** The keys of the check: the hand stays on A and S. */
export function useCheckKeys(acts: Acts): void {
  useKeys('a', acts.accept)
  useKeys('s', acts.begin)
  useKeys(['1', '2', '3', '4', '5', '6', '7', '8', '9'], ({ code }) =>
    acts.digit(Number(/\d$/.exec(code)?.[0])),
  )
  useKeys('u', acts.undo)
  useKeys('left', () => acts.turn(-1))
  useKeys('right', () => acts.turn(1))
  useKeys('up', () => acts.row(-1))
  useKeys('down', () => acts.row(1))
  useKeys('pageup', () => acts.far(-1))
  useKeys('pagedown', () => acts.far(1))
  useKeys('x', acts.mark)
  useKeys('space', acts.enlarge)
  useKeys('v', acts.mode)
  useKeys('escape', acts.back)
}
