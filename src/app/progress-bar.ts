/** A progress line on standard error: redrawn on a terminal, a line every few seconds elsewhere. */
export type ProgressBar = {
  show(doing: string, done: number, all: number | null): void
  end(): void
}

const plainEvery_ms = 5_000

export function createProgressBar(stream: NodeJS.WriteStream, now: () => number): ProgressBar {
  let last = { doing: '', at: 0 }
  return {
    show(doing, done, all) {
      const changed = doing !== last.doing
      const pause = stream.isTTY ? 100 : plainEvery_ms
      if (!changed && done !== all && now() - last.at < pause) return
      last = { doing, at: now() }
      const text = all === null ? `${doing} ${done}` : `${doing} ${barOf(done, all)} ${done}/${all}`
      stream.write(stream.isTTY ? `\r\x1b[2K${text}` : `${text}\n`)
    },
    end() {
      if (stream.isTTY && last.doing !== '') stream.write('\n')
      last = { doing: '', at: 0 }
    },
  }
}

function barOf(done: number, all: number): string {
  const width = 24
  const filled = all === 0 ? width : Math.round((width * done) / all)
  return `[${'█'.repeat(filled)}${'░'.repeat(width - filled)}]`
}
