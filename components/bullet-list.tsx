import type { ReactNode } from 'react'

/** Points of one kind, one line or a short sentence each. */
export function BulletList({ items }: { items: readonly ReactNode[] }) {
  return (
    <ul className="flow-small list-disc pl-6">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once, on the server
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}
