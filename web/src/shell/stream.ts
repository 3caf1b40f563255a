const limits = { open_again_ms: 5_000 }

type Listening = {
  /** What to do with the data of each kind of event. */
  hear: Readonly<Record<string, (data: string) => void>>
  /** The stream is cut; whether the server is gone is for the caller to find out. */
  onCut?: () => void
  /** It was refused, perhaps because the session has ended. */
  onRefused: () => void
}

/** Listens to server-sent events, and again when the stream was refused. Returns what ends it. */
export function listenTo(path: string, { hear, onCut, onRefused }: Listening): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stream = open()
  function open(): EventSource {
    const opened = new EventSource(path)
    opened.onerror = () => {
      onCut?.()
      // A stream that was refused never opens again by itself.
      if (opened.readyState !== EventSource.CLOSED) return
      onRefused()
      timer = setTimeout(() => {
        stream = open()
      }, limits.open_again_ms)
    }
    for (const [name, take] of Object.entries(hear)) {
      opened.addEventListener(name, (event: MessageEvent<string>) => take(event.data))
    }
    return opened
  }
  return () => {
    clearTimeout(timer)
    stream.close()
  }
}
