export type Tone = 'neutral' | 'ok' | 'warn' | 'stop'

type Shape = Tone | 'due'

const PATHS: Record<Shape, string> = {
  neutral: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z',
  ok: 'M3 8.5l3.5 3.5L13 4.5',
  warn: 'M8 2.5L14.5 13.5H1.5zM8 6.5v3M8 11.6v.2',
  due: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.8v3.7M8 11.2v.2',
  stop: 'M4 4l8 8M12 4l-8 8',
}

/** The shape that goes with a word, for those who do not see its colour. The word says it all, so it is silent. */
export function Mark({ shape }: { shape: Shape }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className="inline-block size-[0.9em] flex-none fill-none stroke-current stroke-2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[shape]} />
    </svg>
  )
}
