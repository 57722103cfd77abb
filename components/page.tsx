import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type PageProps = {
  /** The h1. Left out on question pages, where the question is the h1 (`asTitle` of its field). */
  title?: ReactNode
  /** Beside the h1: a state's tag. */
  mark?: ReactNode
  lead?: ReactNode
  back?: { href: string; label?: string }
  /** Beside the way back: 第 3 步，共 8 步 · 已保存 10:32. */
  progress?: ReactNode
  /** `read`: lines of at most 38 em; `wide`: tables, two columns. */
  width?: 'read' | 'wide'
  /** Second column; on a narrow screen it follows, or leads with `asideFirst` (a clock belongs on top). */
  aside?: ReactNode
  asideFirst?: boolean
  children: ReactNode
}

export function Page({
  title,
  mark,
  lead,
  back,
  progress,
  width = 'read',
  aside,
  asideFirst,
  children,
}: PageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto w-full max-w-page grow px-4 pt-4 pb-16 in-[:has(>[data-variant=staff])]:max-w-staff"
    >
      {(back || progress) && <WayBack back={back} progress={progress} />}
      <div className={aside ? 'grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21rem]' : ''}>
        <div className={`flow mt-2 min-w-0 ${width === 'read' && !aside ? 'max-w-read' : ''}`}>
          {title && (
            <div className="flow-small">
              <div className="flex flex-wrap items-center gap-x-3">
                <h1>{title}</h1>
                {mark}
              </div>
              {lead && <p className="max-w-read text-lead text-ink-soft">{lead}</p>}
            </div>
          )}
          {children}
        </div>
        {aside && (
          <aside className={`flow mt-2 min-w-0 ${asideFirst ? 'max-lg:order-first' : ''}`}>{aside}</aside>
        )}
      </div>
    </main>
  )
}

function WayBack({ back, progress }: Pick<PageProps, 'back' | 'progress'>) {
  const t = useTranslations('shell')
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-small text-ink-soft">
      {back && (
        <a href={back.href} className="link-target gap-1">
          <span aria-hidden="true">‹</span>
          {back.label ?? t('back')}
        </a>
      )}
      {progress && <span className="tabular-nums">{progress}</span>}
    </div>
  )
}
