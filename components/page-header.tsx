import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HeaderSwitches } from './header-switches'

export type HeaderVariant = 'resident' | 'verifier' | 'staff'
export type HeaderLink = { href: string; label: string; current?: boolean }

type PageHeaderProps = {
  variant: HeaderVariant
  /** The places of this person: my applications, queue, supervision … */
  links?: readonly HeaderLink[]
  /** Beside the links: a sign-out form, the officer's name. */
  account?: ReactNode
  /** Instead of the city's line: the office, for staff. */
  place?: string
  /** The page's own path, to come back to after a switch; without it the Referer tells. */
  path?: string
  /** Id of the form on a question page: the switches then submit it, so that what was typed is saved. */
  languageForm?: string
}

const HOME: Record<HeaderVariant, string> = { resident: '/', verifier: '/verify', staff: '/staff' }

export function PageHeader({ variant, links = [], account, place, path, languageForm }: PageHeaderProps) {
  const t = useTranslations('shell')
  return (
    <header data-variant={variant} className="border-b-4 border-brand bg-paper">
      <div
        className={`mx-auto flex w-full flex-wrap items-center gap-x-4 px-4 py-1.5 sm:py-2 ${
          variant === 'staff' ? 'max-w-staff' : 'max-w-page'
        }`}
      >
        <a
          href={HOME[variant]}
          className="link-target text-section font-bold text-ink no-underline hover:underline"
        >
          {t(`name.${variant}`)}
        </a>
        <span className={`text-small text-ink-soft ${place ? '' : 'max-sm:hidden'}`}>
          {place ?? t(`place.${variant}`)}
        </span>
        <nav aria-label={t('navigation')} className="ml-auto text-small">
          <ul className="flex flex-wrap items-center gap-x-4 max-sm:gap-x-2.5">
            {links.map(link => (
              <li key={link.href}>
                <a
                  href={link.href}
                  aria-current={link.current ? 'page' : undefined}
                  className="link-target aria-[current=page]:font-bold aria-[current=page]:text-ink aria-[current=page]:no-underline"
                >
                  {link.label}
                </a>
              </li>
            ))}
            <HeaderSwitches path={path} form={languageForm} />
            {account && <li className="inline-flex items-center">{account}</li>}
          </ul>
        </nav>
      </div>
    </header>
  )
}
