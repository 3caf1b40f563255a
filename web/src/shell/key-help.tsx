import { Dialog } from '../widgets/dialog.tsx'
import type { WordKey } from '../words/th.ts'
import { useWords } from '../words/words.ts'

type Row = readonly [keys: string, word: WordKey]

const groups: readonly (readonly [WordKey, readonly Row[]])[] = [
  [
    'keys.everywhere',
    [
      ['/  Ctrl K', 'keys.search'],
      ['G H', 'keys.goHome'],
      ['G S', 'keys.goIntake'],
      ['G I', 'keys.goInbox'],
      ['?', 'keys.help'],
      ['Esc', 'keys.escape'],
    ],
  ],
  [
    'keys.lists',
    [
      ['J K  ↓ ↑', 'keys.move'],
      ['Enter', 'keys.open'],
    ],
  ],
  [
    'keys.viewer',
    [
      ['← →', 'keys.turn'],
      ['Home End', 'keys.ends'],
      ['PgUp PgDn', 'keys.papers'],
      ['2 X', 'keys.beside'],
      ['+ - 0', 'keys.zoom'],
      ['W H', 'keys.fit'],
      ['R', 'keys.rotate'],
      ['T', 'keys.text'],
      ['N  Shift N', 'keys.hits'],
    ],
  ],
]

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { say } = useWords()
  return (
    <Dialog title={say('keys.title')} open={open} onClose={onClose} wide>
      <p className="mb-4 text-sm text-soft">{say('keys.intro')}</p>
      <div className="grid grid-cols-2 gap-x-10 gap-y-5">
        {groups.map(([title, rows]) => (
          <section key={title} className="last:row-span-2 last:row-start-1 last:col-start-2">
            <h3 className="mb-1 border-b border-line pb-1 text-sm text-brand">{say(title)}</h3>
            <dl className="text-sm">
              {rows.map(([keys, word]) => (
                <div key={word} className="flex items-baseline justify-between gap-3 py-1">
                  <dt className="order-2 flex gap-1 whitespace-nowrap">
                    {keys.split(' ').map((key, at) =>
                      key === '' ? (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                        <span key={at} className="w-2" />
                      ) : (
                        <kbd
                          key={key}
                          className="rounded border border-edge bg-paper px-1.5 font-sans text-xs"
                        >
                          {key}
                        </kbd>
                      ),
                    )}
                  </dt>
                  <dd>{say(word)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
