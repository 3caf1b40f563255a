import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Table as AriaTable,
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
} from 'react-aria-components'

export type TableColumn<R> = {
  id: string
  word: string
  cell: (row: R) => ReactNode
  /** Numbers stand right, under each other. */
  number?: boolean
  sortable?: boolean
}

export type Sorting = { column: string; ascending: boolean }

type Props<R> = {
  label: string
  columns: readonly TableColumn<R>[]
  rows: readonly R[]
  idOf: (row: R) => string
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  onOpen?: (id: string) => void
  empty: string
}

/** Rows and columns: arrows move by row and cell, Enter opens; it scrolls inside itself. */
export function Table<R>(props: Props<R>) {
  const { columns, rows, sorting, onSort, onOpen } = props
  return (
    <div className="sheet overflow-x-auto">
      <AriaTable
        aria-label={props.label}
        className="w-full text-sm"
        {...(onOpen === undefined ? {} : { onRowAction: (key) => onOpen(String(key)) })}
        {...(sorting === undefined
          ? {}
          : {
              sortDescriptor: {
                column: sorting.column,
                direction: sorting.ascending ? 'ascending' : 'descending',
              },
            })}
        onSortChange={({ column, direction }) =>
          onSort?.({ column: String(column), ascending: direction === 'ascending' })
        }
      >
        <TableHeader className="bg-paper text-soft">
          {columns.map(({ id, word, number, sortable }, at) => (
            <Column
              key={id}
              id={id}
              isRowHeader={at === 0}
              allowsSorting={sortable ?? false}
              className={`px-4 py-2 whitespace-nowrap ${number ? 'text-right' : 'text-left'} ${sortable ? 'cursor-pointer' : ''}`}
            >
              {({ sortDirection }) => (
                <span className="inline-flex items-center gap-1">
                  {word}
                  {sortDirection === 'ascending' ? <ArrowUp size={15} aria-hidden /> : null}
                  {sortDirection === 'descending' ? <ArrowDown size={15} aria-hidden /> : null}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody
          renderEmptyState={() => <p className="px-4 py-6 text-center text-soft">{props.empty}</p>}
        >
          {rows.map((row) => (
            <Row
              key={props.idOf(row)}
              id={props.idOf(row)}
              className={`border-t border-line hover:bg-paper ${onOpen === undefined ? '' : 'cursor-pointer'}`}
            >
              {columns.map(({ id, cell, number }) => (
                <Cell key={id} className={`px-4 py-2 align-top ${number ? 'text-right' : ''}`}>
                  {cell(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  )
}
