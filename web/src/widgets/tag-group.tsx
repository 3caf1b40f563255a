import { X } from 'lucide-react'
import { TagGroup as AriaTagGroup, Button, Label, Tag, TagList } from 'react-aria-components'
import type { ChoiceWord } from './choice-row.tsx'

type Props = {
  label: string
  tags: readonly ChoiceWord[]
  onRemove: (id: string) => void
  /** Said instead of an empty place. */
  none: string
}

/** Short words that can be taken away: arrows move, Delete takes away. */
export function TagGroup({ label, tags, onRemove, none }: Props) {
  return (
    <AriaTagGroup
      onRemove={(keys) => {
        for (const key of keys) onRemove(String(key))
      }}
    >
      <Label className="text-sm font-semibold">{label}</Label>
      <TagList
        className="mt-1 flex flex-wrap gap-2"
        renderEmptyState={() => <span className="text-sm text-soft">{none}</span>}
      >
        {tags.map(({ id, word }) => (
          <Tag
            key={id}
            id={id}
            textValue={word}
            className="inline-flex min-h-8 cursor-default items-center gap-1 rounded-full border border-edge bg-sheet py-0.5 pr-1 pl-3 text-sm"
          >
            {word}
            <Button
              slot="remove"
              className="flex h-6 w-6 items-center justify-center rounded-full text-soft hover:bg-sunken"
            >
              <X size={15} aria-hidden />
            </Button>
          </Tag>
        ))}
      </TagList>
    </AriaTagGroup>
  )
}
