import { type ReactNode, useId } from 'react'

type Given = { id: string; 'aria-describedby': string | undefined }

type Props = { label: string; hint?: string; children: (given: Given) => ReactNode }

/** A label, its field, and a hint tied to it. */
export function Field({ label, hint, children }: Props) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, 'aria-describedby': hint === undefined ? undefined : `${id}-hint` })}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  )
}
