import type { ReactNode } from 'react'
import type { Urgency } from './clock-panel'

type DataTableProps = {
  /** Says what the table lists; shown to screen readers only. */
  caption: string
  head: readonly ReactNode[]
  /** On a narrow screen each row becomes a few lines instead of a strip to scroll along. */
  stacks?: boolean
  /** <DataRow>s */
  children: ReactNode
}

const STACKED =
  'max-sm:block max-sm:[&_thead]:sr-only max-sm:[&_tbody]:block max-sm:[&_tr]:flex max-sm:[&_tr]:flex-wrap max-sm:[&_tr]:border-b max-sm:[&_tr]:border-line max-sm:[&_tr]:py-2 max-sm:[&_tr]:pl-2 max-sm:[&_tr]:shadow-[inset_5px_0_var(--bar,transparent)] max-sm:[&_td]:border-0 max-sm:[&_td]:py-0.5 max-sm:[&_td:first-child]:shadow-none max-sm:[&_td:empty]:hidden max-sm:[&_td:first-child]:pl-2.5'

/** A dense list for staff. Unless it stacks, it scrolls sideways by itself where the screen is narrow. */
export function DataTable({ caption, head, stacks = false, children }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className={`w-full border-collapse ${stacks ? STACKED : ''}`}>
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
  green: '[--bar:var(--color-urgent-green)]',
  amber: '[--bar:var(--color-urgent-amber)]',
  red: '[--bar:var(--color-urgent-red)]',
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
    <tr id={id} className={`hover:bg-ground ${urgency ? BARS[urgency] : ''}`}>
      {cells.map((cell, index) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
          key={index}
          className={`border-b border-line px-2.5 py-2 align-top first:pl-4 ${urgency ? 'first:shadow-[inset_5px_0_var(--bar)]' : ''}`}
        >
          {cell}
        </td>
      ))}
    </tr>
  )
}
