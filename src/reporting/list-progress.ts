import { listOfficeRows, type OfficesTables } from '#offices'
import { type PaperFilesTables, paperTotals } from '#paper-files'
import type { Context } from '#record'
import { limits, type OfficeProgress } from './contract.ts'
import { csvText } from './csv.ts'
import { eventsSince, type Read } from './store.ts'
import {
  convertedByDay,
  filesOf,
  firstPassOf,
  forecastFor,
  lastWeek,
  windowStart,
} from './view-progress.ts'

/** The figures of each office that has a list of paper files, those with most left to do first. */
export async function listProgress(context: Context): Promise<{ offices: OfficeProgress[] }> {
  const scope = context.may('reporting.read')
  const now = context.clock.now()
  const read: Read = context.read()
  const totals = await paperTotals(context.read<PaperFilesTables>(), scope)
  const daily = await convertedByDay(context, scope)
  const events = await eventsSince(read, scope, windowStart(context.clock))
  const names = await listOfficeRows(context.read<OfficesTables>())
  const offices = [...totals].map(([officeId, states]): OfficeProgress => {
    const files = filesOf([states])
    const mine = daily.filter((row) => row.officeId === officeId)
    return {
      officeId,
      officeName: names.find(({ code }) => code === officeId)?.shortNameTh ?? officeId,
      files: files.all,
      converted: files.converted,
      week: lastWeek(mine, now),
      firstPass: firstPassOf(events.filter((event) => event.officeId === officeId)),
      forecast: forecastFor(files, mine, now),
    }
  })
  offices.sort((one, other) => other.files - other.converted - (one.files - one.converted))
  return { offices: offices.slice(0, limits.offices_max) }
}

/** The same as CSV for a spreadsheet, with Thai heads. */
export async function exportProgress(context: Context): Promise<string> {
  const { offices } = await listProgress(context)
  const heads = [
    'รหัสสำนักงาน',
    'สำนักงาน',
    'แฟ้มทั้งหมด',
    'แปลงแล้ว',
    'สัปดาห์นี้',
    'ผ่านครั้งแรก (%)',
    'คาดเสร็จ',
    'เร็วที่สุด',
    'ช้าที่สุด',
  ]
  const rows = offices.map(({ officeId, officeName, files, converted, week, ...rest }) => {
    const { documents, accepted } = rest.firstPass
    const yielded = documents === 0 ? null : Math.round((accepted / documents) * 1_000) / 10
    const { likely = null, earliest = null, latest = null } = rest.forecast ?? {}
    return [officeId, officeName, files, converted, week, yielded, likely, earliest, latest]
  })
  return csvText([heads, ...rows])
}
