import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { idOf, sha256 } from '#platform/digests'
import type { Context } from '#record'
import { ChecklistRule, commits, SectionRule } from './commits.ts'

const Sections = z.object({ sections: z.array(SectionRule) })
const Checklists = z.object({ checklists: z.array(ChecklistRule) })

/** Lists the sections and checklists that come with the software; once for each content of the files. */
export async function seedRules(context: Context): Promise<void> {
  const sectionText = await seedText('sections-seed.json')
  const checklistText = await seedText('checklists-seed.json')
  const { sections } = Sections.parse(JSON.parse(sectionText))
  const { checklists } = Checklists.parse(JSON.parse(checklistText))
  await context.record(
    {
      id: idOf('employer-files.seed', sha256(sectionText), sha256(checklistText)),
      streams: ['catalogue/employer-files'],
    },
    async () => commits.fact('employer-files.rules-listed/1', { sections, checklists }),
  )
}

async function seedText(name: string): Promise<string> {
  return await readFile(join(import.meta.dirname, name), 'utf8')
}
