import type { ComponentProps } from 'react'
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components'

type Props = { word: string; children: ComponentProps<typeof Focusable>['children'] }

/** A word beside what the pointer rests on or the keyboard has reached; never the only name of it. */
export function Tooltip({ word, children }: Props) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Focusable>{children}</Focusable>
      <AriaTooltip
        offset={8}
        className="max-w-72 rounded-md bg-ink px-2.5 py-1 text-sm text-sheet data-[entering]:animate-arrive"
      >
        {word}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
