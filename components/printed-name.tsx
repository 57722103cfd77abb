import type { PrintedNameView } from './name-help'

/** In these units an em of every font is drawn, and a name stands on this line. */
const EM = 1000
const LINE = 880

/** A name in the outlines of the certificate, so that no device needs a font for it. */
export function PrintedName({ name, caption, outlines, warning }: PrintedNameView) {
  const placed = outlines.map((outline, index) => ({
    outline,
    // Neighbours come to stand one after the other, each as wide as it is.
    left: outlines.slice(0, index).reduce((sum, before) => sum + widthOf(before), 0),
  }))
  const width = outlines.reduce((sum, outline) => sum + widthOf(outline), 0)
  return (
    <figure className="flow-small border-l-4 border-brand pl-4">
      <figcaption className="text-small text-ink-soft">{caption}</figcaption>
      <svg
        role="img"
        aria-label={name}
        viewBox={`0 0 ${width} ${EM}`}
        className="block h-[2.6rem] max-w-full"
        fill="currentColor"
      >
        {placed.map(({ outline, left }) =>
          outline ? (
            <path
              key={left}
              transform={`translate(${left} ${LINE}) scale(${EM / outline.unitsPerEm} ${-EM / outline.unitsPerEm})`}
              d={outline.path}
            />
          ) : (
            <rect
              key={left}
              x={left + 80}
              y={80}
              width={840}
              height={840}
              fill="none"
              stroke="currentColor"
              strokeWidth={30}
              strokeDasharray="90 60"
            />
          ),
        )}
      </svg>
      {warning && <p className="max-w-read">{warning}</p>}
    </figure>
  )
}

/** A character that is not drawn yet leaves a square of its place. */
function widthOf(outline: PrintedNameView['outlines'][number]): number {
  return outline ? (outline.advance * EM) / outline.unitsPerEm : EM
}
