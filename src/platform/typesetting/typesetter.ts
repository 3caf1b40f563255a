import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Bug } from '#kernel'

const fonts = resolve(import.meta.dirname, '../../../node_modules/@expo-google-fonts')

/** Compilations after which Typst lets go of what it kept of a paper. */
const keep_for = 10

export type Typeset = { pdf: Uint8Array; pages: number }

export type Typesetter = {
  /** Sets one paper, given as JSON text, as PDF, and counts its pages. The same input gives the same bytes. */
  pdf(paper: string): Typeset
}

export type TypesetterOptions = {
  /** Where the templates lie; Typst reads nothing outside it. */
  folder: string
  /** The template in it that reads `sys.inputs.paper`. */
  template: string
  /** Packages of `@expo-google-fonts` whose regular and bold faces are loaded. */
  fonts: readonly string[]
}

/** Starts Typst on a folder of templates with fonts that npm installed. Nothing is fetched. */
export function startTypesetter({ folder, template, fonts: names }: TypesetterOptions): Typesetter {
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontPaths: names.flatMap(weightFolders) }],
  })
  const mainFilePath = join(folder, template)
  return {
    pdf(paper) {
      const compiled = compiler.compile({ mainFilePath, inputs: { paper } })
      if (!compiled.result) {
        throw new Bug(`A paper does not compile: ${complaint(compiler, compiled)}`)
      }
      const pdf = compiler.pdf(compiled.result, { creationTimestamp: 0 })
      compiler.evictCache(keep_for)
      return { pdf, pages: compiled.result.numOfPages }
    },
  }
}

export function isFontInstalled(name: string): boolean {
  return existsSync(join(fonts, name, 'package.json'))
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
