/**
 * Runs inside the page: `bench.mark()` takes the moment of the next key, `bench.painted(test)` waits until a
 * frame after `test()` holds and gives the milliseconds since. Written as text, since it is the browser's.
 */
export const watchScreen = `
window.bench = {
  at: 0,
  asked: new Set(),
  answered: new Map(),
  // A Thai letter comes as input without a key of the driver's keyboard.
  mark() {
    const take = (event) => { if (this.at === 0) this.at = event.timeStamp }
    for (const kind of ['keydown', 'beforeinput']) addEventListener(kind, take, { once: true, capture: true })
  },
  frame() { return new Promise((resolve) => requestAnimationFrame(resolve)) },
  async painted(test, ms_max = 15000) {
    const until = performance.now() + ms_max
    for (;;) {
      if (test()) { await this.frame(); return performance.now() - this.at }
      if (performance.now() > until) return null
      await this.frame()
    }
  },
  /** What the page picture shows, coarsely; equal pictures give equal texts. */
  picture() {
    const canvas = document.querySelector('main canvas')
    if (canvas === null || canvas.width === 0) return ''
    const small = this.small ??= new OffscreenCanvas(24, 32)
    const pen = small.getContext('2d', { willReadFrequently: true })
    pen.clearRect(0, 0, 24, 32)
    pen.drawImage(canvas, 0, 0, 24, 32)
    return pen.getImageData(0, 0, 24, 32).data.join()
  },
  /** After a key: when another picture stood there, and when it no longer changed. */
  async turned(still_ms = 350, ms_max = 4000) {
    const before = this.picture()
    const seen = []
    while (this.at === 0) await this.frame()
    for (;;) {
      const now = performance.now() - this.at
      const shows = this.picture()
      if (shows !== (seen.at(-1)?.shows ?? before)) seen.push({ shows, at: now })
      const last = seen.at(-1)
      if (last !== undefined && now - last.at > still_ms) return { first: seen[0].at, sharp: last.at }
      if (now > ms_max) return null
      await this.frame()
    }
  },
  /** Gaps between frames while the list moves by itself, in milliseconds. */
  async scrolled(ms) {
    const list = [...document.querySelectorAll('main, main *')]
      .filter((one) => one.scrollHeight > one.clientHeight + 2000)
      .sort((one, other) => other.scrollHeight - one.scrollHeight)[0]
    if (list === undefined) return null
    const gaps = []
    let last = await this.frame()
    const begun = last
    while (last - begun < ms) {
      list.scrollTop += 90
      const now = await this.frame()
      gaps.push(now - last)
      last = now
    }
    return { gaps, rows: document.querySelectorAll('main [role="option"], main [role="row"]').length }
  },
}
const ask = window.fetch.bind(window)
window.fetch = async (...given) => {
  const url = new URL(given[0]?.url ?? given[0], location.href)
  if (url.pathname === '/api/search') window.bench.asked.add(url.searchParams.get('q'))
  const answer = await ask(...given)
  if (url.pathname === '/api/search') {
    const q = url.searchParams.get('q')
    // The screen reads a copy of the body a moment later; what it paints of it changes the results.
    const watcher = new MutationObserver(() => {
      watcher.disconnect()
      requestAnimationFrame(() => window.bench.answered.set(q, performance.now()))
    })
    watcher.observe(document.querySelector('main') ?? document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  }
  return answer
}`
