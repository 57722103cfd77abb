import { getLocale, getTranslations } from 'next-intl/server'
import { DataRow, DataTable } from '@/components/data-table'
import { officeName } from '@/components/office-name'
import { demoAccounts } from '@/lib/supervision'
import { service } from '../../_service'

/** Who can be tried out in the demo; no page of production shows this. */
export async function DemoAccounts() {
  const [t, locale, accounts] = await Promise.all([
    getTranslations('staff'),
    getLocale(),
    demoAccounts(service()),
  ])
  return (
    <section className="flow-small">
      <h2>{t('signIn.demo.title')}</h2>
      <p>{t('signIn.demo.lead')}</p>
      <DataTable
        caption={t('signIn.demo.title')}
        head={[t('signIn.name'), t('signIn.demo.role'), t('signIn.demo.office')]}
      >
        {accounts.map(({ signInName, role, office, offices }) => (
          <DataRow
            key={signInName}
            cells={[
              <code key="name">{signInName}</code>,
              t(`role.${role}`),
              office && offices === 1
                ? officeName({ office, locale })
                : t('signIn.demo.offices', { count: offices }),
            ]}
          />
        ))}
      </DataTable>
    </section>
  )
}
