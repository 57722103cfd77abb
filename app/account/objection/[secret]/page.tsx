import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { PageHeader } from '@/components/page-header'
import { sayMoment } from '@/components/say-moment'
import { findObjection, type ObjectionRequest } from '@/lib/identity'
import { serviceNow } from '@/lib/platform/database'
import { service } from '../../../_service'
import { object } from './object'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.objection')
  return { title: t('title'), robots: { index: false } }
}

/** What the person wants here: to stop whoever took their account over, at once and without signing in. */
export default async function ObjectionPage({ params }: PageProps<'/account/objection/[secret]'>) {
  const { secret } = await params
  const [t, request] = await Promise.all([
    getTranslations('account.objection'),
    findObjection({ secret }, service()),
  ])
  return (
    <>
      <PageHeader variant="resident" path={`/account/objection/${secret}`} />
      {request ? (
        <WhatWasChanged request={request} secret={secret} />
      ) : (
        <Page title={t('unknown.title')} lead={t('unknown.text')}>
          <Offices />
        </Page>
      )}
      <PageFooter />
    </>
  )
}

async function WhatWasChanged({ request, secret }: { request: ObjectionRequest; secret: string }) {
  const [t, locale, now] = await Promise.all([
    getTranslations('account.objection'),
    getLocale(),
    serviceNow(service().db),
  ])
  const say = (instant: Date) => sayMoment({ instant, now, locale })
  const { state, changedAt, newPhoneMasked, objectUntil } = request
  return (
    <Page title={t('title')} lead={t('lead', { when: say(changedAt), phone: newPhoneMasked })}>
      {state === 'open' ? (
        <>
          <h2>{t('open.title')}</h2>
          <p>{t('open.yes')}</p>
          <p>{t('open.no')}</p>
          <p>{t('open.until', { when: say(objectUntil) })}</p>
          <ActionForm action={object}>
            <input type="hidden" name="secret" value={secret} />
            <Button kind="stop">{t('open.go')}</Button>
          </ActionForm>
        </>
      ) : (
        <Notice title={t(`${state}.title`)} tone={state === 'settled' ? 'ok' : 'warn'} announced>
          <p>{t(`${state}.text`)}</p>
        </Notice>
      )}
      <Offices />
    </Page>
  )
}

async function Offices() {
  const t = await getTranslations('account.objection')
  return (
    <p>
      <a href="/guide#offices" className="link-target">
        {t('offices')}
      </a>
    </p>
  )
}
