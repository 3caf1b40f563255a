import { z } from 'zod'
import { Fault } from '#kernel'
import { type Engine, engineLimits, type ReadLine, type ReadRequest } from './engine.ts'
import { runProgram } from './run-program.ts'
import { packTiff } from './tiff.ts'

/** Part of the name of every reading, so it must be fit for a file. */
const Name = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/)
const Described = z.object({ protocol: z.literal(1), name: Name, version: Name })

const Character = z.tuple([
  z.string().max(8),
  z.tuple([z.number(), z.number(), z.number().nonnegative(), z.number().nonnegative()]),
  z.number().min(0).max(100),
])
const Reply = z.object({ images: z.array(z.array(z.array(Character))) })

/**
 * A recogniser of the operator's own: any program that answers `describe` with its name and version,
 * and `read LAYOUT LANGUAGES` with the characters of the images it gets as one TIFF on standard input.
 * docs/operations.md has the protocol. Throws the Fault `recogniser_unfit` for a program that does not
 * describe itself so: who asked for it must not be given another one unseen.
 */
export async function openOwnRecogniser(
  program: string,
  deadline_ms: number = engineLimits.recognise_ms,
): Promise<Engine> {
  const { name, version } = await describe(program, deadline_ms)
  return {
    name,
    version,
    async recognise(request, outer) {
      if (request.images.length === 0) return []
      const signal = AbortSignal.any([outer, AbortSignal.timeout(deadline_ms)])
      return await readImages(program, request, signal)
    },
    close: async () => {},
  }
}

async function describe(program: string, deadline_ms: number) {
  const nothing = new Uint8Array()
  const run = { program, args: ['describe'], env: {}, input: nothing }
  const said = await runProgram(run, AbortSignal.timeout(deadline_ms)).catch((cause: unknown) => {
    throw new Fault('recogniser_unfit', `${program} does not run`, cause)
  })
  const described = Described.safeParse(fromJson(said))
  if (described.success) return described.data
  throw new Fault('recogniser_unfit', `${program} describes itself as ${said.slice(0, 200)}`)
}

async function readImages(
  program: string,
  { images, layout, languages }: ReadRequest,
  signal: AbortSignal,
): Promise<ReadLine[][]> {
  const args = ['read', layout, languages]
  // One core a reading, as for every engine; most runtimes of models listen to this.
  const env = { OMP_NUM_THREADS: '1' }
  const said = await runProgram({ program, args, env, input: packTiff(images) }, signal)
  const reply = Reply.safeParse(fromJson(said))
  if (!reply.success || reply.data.images.length !== images.length) {
    throw new Fault('recognition_incomplete', `${program} answered ${said.slice(0, 200)}`)
  }
  return reply.data.images.map((lines) =>
    lines.map((line) => line.map(([text, box, confidence]) => ({ text, box, confidence }))),
  )
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is not the protocol: the shape is refused by who asked.
    return null
  }
}
