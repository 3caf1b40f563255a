/** Buddhist Era = Common Era + 543; `Intl` counts the same. */
export const ERA_YEARS = 543

/** How much of a date the paper tells. The same words as the kernel's. */
export type Precision = 'day' | 'month' | 'year'

/** Years that papers of this office can bear, in Buddhist Era. */
export const limits = { year_be_min: 2440, year_be_max: 2600 }

/** Days of a month of a Common Era year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 0 is Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** `2020-03-12`; the first possible day where month or day are not told. */
export function isoDate(year: number, month = 1, day = 1): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}
