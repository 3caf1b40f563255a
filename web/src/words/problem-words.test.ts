import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { problemWords } from './problem-words.ts'

const source = join(import.meta.dirname, '../../../src')

/** The codes of every `defineRefusals('module', { reason: … })` in the source. */
function refusalCodes(): string[] {
  return globSync('**/*.ts', { cwd: source })
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(source, path), 'utf8')
      const defined = text.matchAll(/defineRefusals\('([\w-]+)', \{([\s\S]*?)\n\}\)/g)
      return [...defined].flatMap(([, module, body = '']) =>
        [...body.matchAll(/^ {2}(\w+): \{/gm)].map(([, reason]) => `${module}.${reason}`),
      )
    })
}

test('every refusal of the program has its sentence, in Thai and in English', () => {
  const codes = refusalCodes()
  assert.ok(codes.length > 80)
  assert.deepEqual(
    codes.filter((code) => !Object.hasOwn(problemWords, code)),
    [],
  )
  for (const [code, [thai, english]] of Object.entries(problemWords)) {
    assert.match(thai, /[\u0E00-\u0E7F]/, code)
    assert.match(english, /^[A-Z]/, code)
  }
})
