export const limits = {
  /** Time for a fresh child to load its module before we call it broken. */
  start_ms_max: 20_000,
  /** Requests that may wait for a free child; more is refused, so a flood cannot fill our memory. */
  waiting_max: 10_000,
  /** A child is replaced after this many answers: leaks of decoders do not add up. */
  answers_per_child_max: 500,
  /** How often the watch thread of a child looks at its memory and at its parent. */
  watch_every_ms: 40,
  /** Last words of a dead child that are kept for the log. */
  last_words_bytes_max: 4_096,
}

/** A child that holds more than this share of its memory cap after an answer is replaced. */
export const recycleShare = 0.6

/** Allocations above the cap by this factor fail at once, before the watch thread wakes. */
export const dataLimitFactor = 1.5

/** What V8 maps writable for itself and its threads without touching it (seen: 580–680 MB). */
export const runtimeReserveBytes = 2 ** 30
