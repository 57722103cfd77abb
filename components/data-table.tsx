import type { ReactNode } from 'react'
import type { Urgency } from './clock-panel'

type DataTableProps = {
  /** Says what the table lists; shown to screen readers only. */
  caption: string
  head: readonly ReactNode[]
  /** <DataRow>s */
  children: ReactNode
}

/** A dense list for staff. It scrolls sideways by itself where the screen is narrow. */
export function DataTable({ caption, head, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                key={index}
                scope="col"
                className="border-b-2 border-ink px-2.5 py-1.5 text-left text-small font-semibold whitespace-nowrap text-ink-soft"
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">{children}</tbody>
      </table>
    </section>
  )
}

const BARS: Record<Urgency, string> = {
  green: 'first:shadow-[inset_5px_0_var(--color-urgent-green)]',
  amber: 'first:shadow-[inset_5px_0_var(--color-urgent-amber)]',
  red: 'first:shadow-[inset_5px_0_var(--color-urgent-red)]',
}

type DataRowProps = {
  cells: readonly ReactNode[]
  /** The bar at the left edge. A cell must say the same in words: 1 小时 20 分. */
  urgency?: Urgency
  /** For the queue's keyboard: anchor of the row. */
  id?: string
}

export function DataRow({ cells, urgency, id }: DataRowProps) {
  return (
    <tr id={id} className="hover:bg-ground">
      {cells.map((cell, index) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
          key={index}
          className={`border-b border-line px-2.5 py-2 align-top first:pl-4 ${urgency ? BARS[urgency] : ''}`}
        >
          {cell}
        </td>
      ))}
    </tr>
  )
}
