import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Bug } from '#kernel'

const here = import.meta.dirname
const fonts = resolve(here, '../../node_modules/@expo-google-fonts')

/** Font families by the folder of their package; only the first is a dependency of production. */
const families = {
  Sarabun: 'sarabun',
  'Noto Sans Thai': 'noto-sans-thai',
  'IBM Plex Sans Thai Looped': 'ibm-plex-sans-thai-looped',
  Trirong: 'trirong',
  Niramit: 'niramit',
  'Bai Jamjuree': 'bai-jamjuree',
} as const
export type FontFamily = keyof typeof families

export type Typesetter = {
  /** The families that are installed here, Sarabun always among them. */
  fonts: readonly FontFamily[]
  /** Sets one paper, given as JSON text, as PDF, and counts its pages. The same input gives the same bytes. */
  pdf(paper: string): { pdf: Uint8Array; pages: number }
}

/** Starts Typst with the templates of this folder and the fonts that npm installed. */
export function startTypesetter(): Typesetter {
  const present = (Object.keys(families) as FontFamily[]).filter(isInstalled)
  const fontPaths = present.flatMap((family) => weightFolders(families[family]))
  const compiler = NodeCompiler.create({
    workspace: join(here, 'templates'),
    fontArgs: [{ fontPaths }],
  })
  const mainFilePath = join(here, 'templates/paper.typ')
  return {
    fonts: present,
    pdf(paper) {
      const compiled = compiler.compile({ mainFilePath, inputs: { paper } })
      if (!compiled.result)
        throw new Bug(`A paper does not compile: ${complaint(compiler, compiled)}`)
      const pdf = compiler.pdf(compiled.result, { creationTimestamp: 0 })
      compiler.evictCache(10)
      return { pdf, pages: compiled.result.numOfPages }
    },
  }
}

function isInstalled(family: FontFamily): boolean {
  return existsSync(join(fonts, families[family], 'package.json'))
}

/** Two weights are enough, and each face loaded costs start time. Some packages lie flat. */
function weightFolders(name: string): string[] {
  const folders = ['400Regular', '700Bold'].map((weight) => join(fonts, name, weight))
  return folders.every((folder) => existsSync(folder)) ? folders : [join(fonts, name)]
}

type Compiled = ReturnType<NodeCompiler['compile']>

function complaint(compiler: NodeCompiler, compiled: Compiled): string {
  const error = compiled.takeDiagnostics()
  return error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no diagnostics'
}
