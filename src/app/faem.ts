#!/usr/bin/env node
import { Refusal } from '#kernel'
import { consoleLog } from '#platform/log'
import { type CommandOptions, parseCommandLine } from './command-line.ts'
import { type Command, commands, usage } from './commands/index.ts'
import { configure } from './configuration.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { sentenceOf } from './sentences.ts'

/** Runs one command to its end and gives its exit code. */
async function main(words: string[]): Promise<number> {
  const stop = new AbortController()
  const stopOnce = () => {
    if (stop.signal.aborted) process.exit(exitCodes.cancelled)
    stop.abort(new DOMException('stopped from the keyboard', 'AbortError'))
  }
  process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce)
  const json = words.includes('--json')
  try {
    if (!process.versions.node.startsWith('24.')) {
      consoleLog.warn('Faem runs on Node 24: use npm start, npm run faem -- … or ./faem')
      return exitCodes.usage
    }
    const { values, positionals } = parseCommandLine(words)
    const [name = 'serve', ...rest] = positionals
    if (values.help) return tell(usage)
    const command: Command | undefined = commands[name]
    if (command === undefined) return tell(usage, exitCodes.usage)
    const configuration = configure(overridesOf(values, name), process.env)
    return await command.run({ configuration, options: values, words: rest, signal: stop.signal })
  } catch (reason) {
    report(reason, json)
    return exitCodeOf(reason, stop.signal.aborted)
  }
}

function overridesOf(values: CommandOptions, name: string) {
  const { data, port, host, office } = values
  const given = Object.fromEntries(
    Object.entries({ data, port, host, office }).filter(([, value]) => value !== undefined),
  )
  if (name !== 'try') return given
  return { data: 'try-data', ...given, sampleOffice: true }
}

function tell(text: string, code: number = exitCodes.done): number {
  process.stdout.write(text)
  return code
}

function report(reason: unknown, json: boolean): void {
  const sentence = sentenceOf(reason)
  consoleLog.warn(sentence)
  if (!json) return
  const code = reason instanceof Refusal ? reason.code : 'app.bug'
  process.stdout.write(`${JSON.stringify({ error: code, sentence })}\n`)
}

process.exit(await main(process.argv.slice(2)))
