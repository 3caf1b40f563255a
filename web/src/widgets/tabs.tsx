import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

type Props = {
  label: string
  tabs: readonly { id: string; word: string; panel: ReactNode }[]
  chosen: string
  onChoose: (id: string) => void
}

/** Parts of one thing, one in sight at a time. Arrows move between the tabs. */
export function Tabs({ label, tabs, chosen, onChoose }: Props) {
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(key) => onChoose(String(key))}>
      <TabList
        aria-label={label}
        className="flex gap-1 overflow-x-auto border-b border-line p-1 pb-0"
      >
        {tabs.map(({ id, word }) => (
          <Tab
            key={id}
            id={id}
            className="-mb-px flex min-h-10 cursor-pointer items-center border-b-3 border-transparent px-3 whitespace-nowrap text-soft hover:text-ink data-[selected]:border-brand data-[selected]:font-semibold data-[selected]:text-brand"
          >
            {word}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, panel }) => (
        <TabPanel key={id} id={id} className="pt-4">
          {panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
