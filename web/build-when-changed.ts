import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const built = join(import.meta.dirname, 'dist/index.html')

/** The web application is made of these; its bundle is stale once one of them is younger. */
const sources = ['web/src', 'web/index.html', 'web/vite.config.ts', 'src', 'package.json']

function youngest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => youngest(join(path, name))))
}

const changed = Math.max(...sources.map((source) => youngest(join(root, source))))
if (!existsSync(built) || statSync(built).mtimeMs < changed) {
  process.stderr.write('Building the screens …\n')
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' })
}
