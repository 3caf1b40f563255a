import type { WordKey } from '../words/th.ts'

/** One act and its keys, as `useKeys` names them. */
export type KeyRow = { readonly keys: readonly string[]; readonly word: WordKey }

export type KeyGroup = { readonly title: WordKey; readonly rows: readonly KeyRow[] }

/** Every key of the screens, as the help shows them. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'keys.everywhere',
    rows: [
      { keys: ['slash'], word: 'keys.search' },
      { keys: ['ctrl+k'], word: 'keys.palette' },
      { keys: ['g>h'], word: 'keys.goHome' },
      { keys: ['g>s'], word: 'keys.goIntake' },
      { keys: ['g>i'], word: 'keys.goInbox' },
      { keys: ['g>b'], word: 'keys.goPaper' },
      { keys: ['g>d'], word: 'keys.goProgress' },
      { keys: ['g>l'], word: 'keys.goLine' },
      { keys: ['g>q'], word: 'keys.goChecks' },
      { keys: ['g>c'], word: 'keys.goCertify' },
      { keys: ['g>p'], word: 'keys.goPeople' },
      { keys: ['g>a'], word: 'keys.goOperations' },
      { keys: ['ctrl+z'], word: 'keys.undo' },
      { keys: ['shift+slash'], word: 'keys.help' },
      { keys: ['escape'], word: 'keys.escape' },
    ],
  },
  {
    title: 'keys.lists',
    rows: [
      { keys: ['j', 'down'], word: 'keys.nextRow' },
      { keys: ['k', 'up'], word: 'keys.previousRow' },
      { keys: ['enter'], word: 'keys.open' },
      { keys: ['space'], word: 'keys.peek' },
      { keys: ['right'], word: 'keys.suggestion' },
    ],
  },
  {
    title: 'keys.viewer',
    rows: [
      { keys: ['left', 'right'], word: 'keys.turn' },
      { keys: ['home', 'end'], word: 'keys.ends' },
      { keys: ['pageup', 'pagedown'], word: 'keys.papers' },
      { keys: ['2', 'x'], word: 'keys.beside' },
      { keys: ['equal', 'minus', '0'], word: 'keys.zoom' },
      { keys: ['w', 'h'], word: 'keys.fit' },
      { keys: ['r'], word: 'keys.rotate' },
      { keys: ['t'], word: 'keys.text' },
      { keys: ['m'], word: 'keys.notes' },
      { keys: ['c'], word: 'keys.covers' },
      { keys: ['d', 'p'], word: 'keys.copies' },
      { keys: ['n', 'shift+n'], word: 'keys.hits' },
    ],
  },
  {
    title: 'keys.paper',
    rows: [
      { keys: ['1', '7'], word: 'keys.paperState' },
      { keys: ['x', 'shift+down'], word: 'keys.paperSelect' },
      { keys: ['f'], word: 'keys.paperFind' },
      { keys: ['f2'], word: 'keys.paperPlace' },
      { keys: ['l', 'c'], word: 'keys.paperPrint' },
      { keys: ['u'], word: 'keys.paperUndo' },
    ],
  },
  {
    title: 'keys.station',
    rows: [
      { keys: ['b', 'm'], word: 'keys.stationSplit' },
      { keys: ['r', 'shift+r'], word: 'keys.stationTurn' },
      { keys: ['delete'], word: 'keys.stationBlank' },
      { keys: ['d'], word: 'keys.stationReject' },
      { keys: ['x', 'shift+right'], word: 'keys.stationChoose' },
      { keys: ['ctrl+right', 'ctrl+down'], word: 'keys.stationMove' },
      { keys: ['u'], word: 'keys.stationUndo' },
      { keys: ['e'], word: 'keys.stationMend' },
      { keys: ['tab'], word: 'keys.stationNext' },
      { keys: ['space', 'enter'], word: 'keys.stationBig' },
      { keys: ['f9', 'insert', 'shift+f9'], word: 'keys.stationFeed' },
      { keys: ['i', 'y'], word: 'keys.stationIndex' },
      { keys: ['c'], word: 'keys.stationCount' },
      { keys: ['ctrl+enter'], word: 'keys.stationSend' },
    ],
  },
  {
    title: 'keys.check',
    rows: [
      { keys: ['a'], word: 'keys.checkAccept' },
      { keys: ['s', '1', '9'], word: 'keys.checkReject' },
      { keys: ['u'], word: 'keys.checkUndo' },
      { keys: ['x'], word: 'keys.checkMark' },
      { keys: ['space'], word: 'keys.checkBig' },
      { keys: ['v'], word: 'keys.checkMode' },
      { keys: ['pageup', 'pagedown'], word: 'keys.checkFar' },
      { keys: ['ctrl+enter'], word: 'keys.checkFinish' },
    ],
  },
  {
    title: 'keys.operations',
    rows: [
      { keys: ['1', '2', '3'], word: 'keys.operationsParts' },
      { keys: ['p'], word: 'keys.operationsPause' },
      { keys: ['r'], word: 'keys.operationsRetry' },
    ],
  },
]

const names: Readonly<Record<string, string>> = {
  slash: '/',
  'shift+slash': '?',
  escape: 'Esc',
  enter: 'Enter',
  down: '↓',
  up: '↑',
  left: '←',
  right: '→',
  home: 'Home',
  end: 'End',
  equal: '+',
  minus: '-',
}

/** `g>h` as `G H`, `ctrl+k` as `Ctrl K`: each part stands on a key. */
export function keyCaps(key: string): string[] {
  const named = names[key]
  if (named !== undefined) return [named]
  return key
    .split(/[>+]/)
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : capital(part)))
}

function capital(part: string): string {
  return part.slice(0, 1).toUpperCase() + part.slice(1)
}

/** Letters a person may move to another key: those that stand alone. */
export function movableKeys(row: KeyRow): string[] {
  return row.keys.filter((key) => /^[a-z]$/.test(key))
}

/** The act that answers to `letter` already, other than `except`; null when the letter is free. */
export function actOfKey(
  letter: string,
  except: string,
  moved: Readonly<Record<string, string>>,
): WordKey | null {
  // G begins the ways to the screens.
  if (letter === 'g') return 'keys.goHome'
  for (const { rows } of keyGroups) {
    for (const row of rows) {
      const taken = movableKeys(row).some((key) => key !== except && (moved[key] ?? key) === letter)
      if (taken) return row.word
    }
  }
  return null
}
