/** Gives the same values in the same order, and asks for the next one before it gives this one. */
export async function* ahead<Value>(source: AsyncIterable<Value>): AsyncIterable<Value> {
  const iterator = source[Symbol.asyncIterator]()
  let coming = iterator.next()
  try {
    for (;;) {
      const { value, done } = await coming
      if (done) return
      coming = iterator.next()
      // Its failure is met when it is asked for; until then it must not count as unhandled.
      coming.catch(() => undefined)
      yield value
    }
  } finally {
    // A caller that stops early leaves no reader behind.
    await coming.catch(() => undefined)
    await iterator.return?.()
  }
}
