import { percentOf } from '../words/numbers.ts'

/** A bar for `done` of `all`; the numbers stand beside it, so colour is never alone. */
export function Progress({ done, all, label }: { done: number; all: number; label: string }) {
  return (
    <progress
      aria-label={label}
      value={percentOf(done, all)}
      max={100}
      className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-brand"
    />
  )
}
