import { PagePicture } from '../conversion/page-picture.tsx'

type Props = {
  page: { pageId: string; turn: number; straighten: number }
  size: { width: number; height: number }
}

/** A page of the contact sheet over the whole sheet. */
export function SheetEnlarged({ page, size }: Props) {
  return (
    <div className="absolute inset-0 bg-sunken">
      <PagePicture page={page} picture="view" {...size} />
    </div>
  )
}
