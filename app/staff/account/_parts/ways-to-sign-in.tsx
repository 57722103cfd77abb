import { getTranslations } from 'next-intl/server'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { SummaryList } from '@/components/summary-list'
import { factorsOf, type OwnFactors, ownAccount, type StaffViewer } from '@/lib/identity'
import { service } from '../../../_service'
import { accountPages } from '../addresses'

const fewCodes = 3

/** By what a member of staff signs in, each to be changed. */
export async function WaysToSignIn({ viewer, now }: { viewer: StaffViewer; now: Date }) {
  const { db } = service()
  const [t, { signInName, email }, factors] = await Promise.all([
    getTranslations('staff-account'),
    ownAccount({ viewer }, { db }),
    factorsOf(db, viewer),
  ])
  const { authenticatorSince: since, passkeys, recoveryCodesLeft: count } = factors
  const change = (href: string, label: string) => ({ action: { href, label } })
  return (
    <section className="flow-small">
      <h2>{t('signIn.title')}</h2>
      {count <= fewCodes && (
        <Notice tone="warn">
          <p>{t('few', { count })}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { term: t('signIn.name'), value: signInName },
          { term: t('signIn.email'), value: email ?? t('signIn.noEmail') },
          {
            term: t('signIn.password'),
            value: t('signIn.kept'),
            ...change(accountPages.password, t('signIn.change')),
          },
          {
            term: t('signIn.app'),
            value: since
              ? t.rich('signIn.appSince', { when: () => <Moment instant={since} now={now} /> })
              : t('signIn.none'),
            ...change(accountPages.authenticator, t(since ? 'signIn.replaceApp' : 'signIn.addApp')),
          },
          {
            term: t('signIn.passkeys'),
            value: <Passkeys passkeys={passkeys} now={now} />,
            ...change(accountPages.passkey, t('signIn.add')),
          },
          {
            term: t('signIn.codes'),
            value: t('signIn.codesLeft', { count }),
            ...change(accountPages.recoveryCodes, t('signIn.renew')),
          },
        ]}
      />
      {passkeys.length + (since ? 1 : 0) > 1 && (
        <p>
          <a href={accountPages.remove} className="link-target">
            {t('signIn.remove')}
          </a>
        </p>
      )}
    </section>
  )
}

async function Passkeys({ passkeys, now }: { passkeys: OwnFactors['passkeys']; now: Date }) {
  const t = await getTranslations('staff-account.signIn')
  if (passkeys.length === 0) return t('none')
  return (
    <ul>
      {passkeys.map(({ credentialId, name, addedAt, lastUsedAt }) => (
        <li key={credentialId} className="breakable">
          {t.rich(lastUsedAt ? 'passkeyUsed' : 'passkey', {
            name,
            when: () => <Moment instant={addedAt} now={now} />,
            used: () => lastUsedAt && <Moment instant={lastUsedAt} now={now} />,
          })}
        </li>
      ))}
    </ul>
  )
}
