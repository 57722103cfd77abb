import { useTranslations } from 'next-intl'
import { DataRow, DataTable } from '@/components/data-table'
import { Details } from '@/components/details'
import type { DemoCode } from '@/lib/identity'

type DemoAuthenticatorProps = { codes: DemoCode[]; secondsLeft: number; isOpen: boolean }

/** What the phones of the staff would show now. */
export function DemoAuthenticator({ codes, secondsLeft, isOpen }: DemoAuthenticatorProps) {
  const t = useTranslations('outbox.authenticator')
  return (
    <Details summary={t('title')} isOpen={isOpen}>
      <p>{t('lead', { seconds: secondsLeft })}</p>
      <p>
        <a href="/demo/outbox?show=authenticator">{t('refresh')}</a>
      </p>
      <DataTable caption={t('title')} head={[t('account'), t('code')]}>
        {codes.map(({ signInName, code, isBeingSetUp }) => (
          <DataRow
            key={`${signInName} ${isBeingSetUp}`}
            cells={[
              <span key="name">
                {signInName}
                {isBeingSetUp && ` ${t('beingSetUp')}`}
              </span>,
              <strong key="code" className="text-section tracking-[0.12em] tabular-nums">
                {code}
              </strong>,
            ]}
          />
        ))}
      </DataTable>
    </Details>
  )
}
