import { useLocale, useTranslations } from 'next-intl'
import { officeName } from '@/components/office-name'
import { type OwnCase, openStatuses } from '@/lib/applications'

/** 首问负责: the officer who answers for the case by name, the office's phone, and the way to its address and hours. */
export function WhoHandles({ found: { application, office, firstContact } }: { found: OwnCase }) {
  const t = useTranslations('applications.contact')
  const locale = useLocale()
  const isOpen = openStatuses.some(status => status === application.status)
  const parts = {
    office: officeName({ office, locale }),
    phone: () => (
      <a href={`tel:${office.phone}`} className="whitespace-nowrap">
        {office.phone}
      </a>
    ),
  }
  return (
    <section className="flow-small">
      <h2>{t('title')}</h2>
      <p>
        {firstContact
          ? t.rich('named', { name: firstContact, ...parts })
          : t.rich(isOpen ? 'unnamed' : 'office', parts)}
      </p>
      <p>
        <a href={`/offices?${new URLSearchParams({ q: office.name })}`} className="link-target">
          {t('whereAndWhen')}
        </a>
      </p>
    </section>
  )
}
