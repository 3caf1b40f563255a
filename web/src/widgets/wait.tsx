import { useEffect, useState } from 'react'
import { useWords } from '../words/words.ts'

/** Nothing for the first moment, then words; a short wait never flickers. */
export function Wait() {
  const { say } = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p role="status" className="p-6 text-soft">
      {late ? say('app.loading') : ''}
    </p>
  )
}
