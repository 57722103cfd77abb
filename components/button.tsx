import type { ComponentProps, ReactNode } from 'react'

export type ButtonKind = 'primary' | 'secondary' | 'stop' | 'link'

const SHAPE =
  'inline-block min-h-target rounded-small px-6 py-2 text-center font-bold no-underline disabled:cursor-not-allowed disabled:opacity-60'

const LOOKS: Record<ButtonKind, string> = {
  primary: `${SHAPE} border-b-3 border-brand-deep bg-brand text-white hover:bg-brand-deep`,
  secondary: `${SHAPE} border-2 border-ink-soft bg-paper text-ink hover:bg-ground`,
  stop: `${SHAPE} border-2 border-stop bg-paper text-stop hover:bg-stop-tint`,
  link: 'link-target text-brand underline decoration-1 underline-offset-[0.2em] hover:decoration-3',
}

function lookOf({ kind, wide }: { kind: ButtonKind; wide: boolean }): string {
  if (kind === 'link') return LOOKS.link
  return `${LOOKS[kind]} ${wide ? 'w-full' : 'max-sm:w-full'}`
}

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  kind?: ButtonKind
  /** As wide as its column, as beside a clock. */
  wide?: boolean
}

/** A submit button unless `type` says otherwise. One primary button a page. */
export function Button({ kind = 'primary', wide = false, type = 'submit', ...rest }: ButtonProps) {
  return <button type={type} className={lookOf({ kind, wide })} {...rest} />
}

type ButtonLinkProps = { href: string; kind?: ButtonKind; wide?: boolean; children: ReactNode }

/** Looks like a button and leads somewhere; it changes nothing. */
export function ButtonLink({ href, kind = 'primary', wide = false, children }: ButtonLinkProps) {
  return (
    <a href={href} className={lookOf({ kind, wide })}>
      {children}
    </a>
  )
}
