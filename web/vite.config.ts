import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const smaller = [
  ['br', promisify(brotliCompress)],
  ['gz', promisify(gzip)],
] as const

/** Each text once more as Brotli and gzip beside it: the server sends those and compresses nothing itself. */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'faem-compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
    },
    closeBundle: async () => {
      const files = await readdir(folder, { recursive: true })
      for (const file of files.filter((name) => /\.(?:js|css|svg|html)$/.test(name))) {
        const path = join(folder, file)
        const text = await readFile(path)
        for (const [ending, compress] of smaller) {
          await writeFile(`${path}.${ending}`, await compress(text))
        }
      }
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [
    // React Aria has no Thai of its own; every word it would say is given to it by our widgets.
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    react(),
    tailwind(),
    compressed(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // A data: font or picture would be refused by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8600' } },
})
