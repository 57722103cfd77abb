/** A length of so many millimetres in points, the unit of the paper. */
export function millimetres(count: number): number {
  return (count * 72) / 25.4
}

/** A4, upright, in points; a hair less high, so that nothing of full height flows over to a second page. */
export const page = { width: 595.28, height: 841.8 } as const

/** The inks of the paper: green and red are those of the service and of seals, and differ in grey, too. */
export const ink = {
  text: '#17211f',
  soft: '#4a5855',
  line: '#b9c6c2',
  brand: '#0b5a52',
  background: '#dbe8e4',
  seal: '#b01e1e',
} as const
