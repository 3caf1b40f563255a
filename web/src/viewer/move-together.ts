import { useEffect } from 'react'
import type { PageImage } from './page-image.ts'

/** While `together`, what the reader does to one page is done to the other. */
export function useMoveTogether(
  one: PageImage | null,
  other: PageImage | null,
  together: boolean,
): void {
  useEffect(() => {
    if (one === null || other === null || !together) return
    // The page that follows tells its moves too; they are no wish of the reader.
    let following = false
    const follow = (leader: PageImage, follower: PageImage) =>
      leader.onMove((place) => {
        if (following) return
        following = true
        follower.moveTo(place)
        following = false
      })
    const ends = [follow(one, other), follow(other, one)]
    return () => {
      for (const end of ends) end()
    }
  }, [one, other, together])
}
