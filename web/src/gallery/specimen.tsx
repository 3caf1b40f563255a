import type { ReactNode } from 'react'

/** One widget and its states under its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="mb-5">
      <h2 className="mb-2 text-sm text-soft">{name}</h2>
      <div className="sheet flex flex-wrap items-start gap-4 p-4">{children}</div>
    </section>
  )
}
