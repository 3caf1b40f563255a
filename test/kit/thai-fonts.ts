import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

/** A Thai font that npm installed, in its upright faces from light to bold. */
export type ThaiFont = {
  family: string
  package: string
  /** Nothing is ever trained on it or tuned with it; only measured. */
  heldOut: boolean
}

export const thaiFonts: readonly ThaiFont[] = [
  { family: 'Sarabun', package: '@expo-google-fonts/sarabun', heldOut: false },
  { family: 'Noto Sans Thai', package: '@expo-google-fonts/noto-sans-thai', heldOut: false },
  {
    family: 'IBM Plex Sans Thai Looped',
    package: '@expo-google-fonts/ibm-plex-sans-thai-looped',
    heldOut: false,
  },
  { family: 'Trirong', package: '@expo-google-fonts/trirong', heldOut: false },
  { family: 'Niramit', package: '@expo-google-fonts/niramit', heldOut: false },
  { family: 'Bai Jamjuree', package: '@expo-google-fonts/bai-jamjuree', heldOut: false },
  { family: 'Kanit', package: '@expo-google-fonts/kanit', heldOut: false },
  { family: 'Prompt', package: '@expo-google-fonts/prompt', heldOut: false },
  { family: 'Chakra Petch', package: '@expo-google-fonts/chakra-petch', heldOut: false },
  { family: 'Fahkwang', package: '@fontsource/fahkwang', heldOut: false },
  { family: 'Anuphan', package: '@fontsource/anuphan', heldOut: false },
  { family: 'IBM Plex Sans Thai', package: '@fontsource/ibm-plex-sans-thai', heldOut: false },
  { family: 'Sriracha', package: '@fontsource/sriracha', heldOut: false },
  { family: 'Taviraj', package: '@fontsource/taviraj', heldOut: true },
  { family: 'Noto Serif Thai', package: '@fontsource/noto-serif-thai', heldOut: true },
  { family: 'K2D', package: '@fontsource/k2d', heldOut: true },
  { family: 'Itim', package: '@fontsource/itim', heldOut: true },
]

const require = createRequire(import.meta.url)
const trueTypeFace = /_(300Light|400Regular|500Medium|600SemiBold|700Bold)\.ttf$/
const webFace = /-thai-(300|400|500|600|700)-normal\.woff$/

/** The faces of fonts as Typst takes them. */
export function faceBlobs(fonts: readonly ThaiFont[]): Buffer[] {
  return fonts.flatMap((font) => {
    const folder = dirname(require.resolve(`${font.package}/package.json`))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const trueType = files.filter((file) => trueTypeFace.test(file))
    const web = files.filter((file) => webFace.test(file))
    return [
      ...trueType.map((file) => readFileSync(join(folder, file))),
      ...web.map((file) => unpackWoff(readFileSync(join(folder, file)))),
    ]
  })
}

/** A font from its web format (WOFF 1.0): the tables unpacked behind a plain directory. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(12 + 16 * count)
  directory.writeUInt32BE(woff.readUInt32BE(4), 0)
  directory.writeUInt16BE(count, 4)
  const power = 2 ** Math.floor(Math.log2(count))
  directory.writeUInt16BE(power * 16, 6)
  directory.writeUInt16BE(Math.log2(power), 8)
  directory.writeUInt16BE((count - power) * 16, 10)
  const tables: Buffer[] = []
  let at = directory.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + 20 * index
    const [offset, packed, length] = [4, 8, 12].map((step) => woff.readUInt32BE(entry + step))
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0))
    const table = packed === length ? bytes : inflateSync(bytes)
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    woff.copy(directory, 12 + 16 * index, entry, entry + 4)
    directory.writeUInt32BE(woff.readUInt32BE(entry + 16), 16 + 16 * index)
    directory.writeUInt32BE(at, 20 + 16 * index)
    directory.writeUInt32BE(table.length, 24 + 16 * index)
    tables.push(padded)
    at += padded.length
  }
  return Buffer.concat([directory, ...tables])
}
