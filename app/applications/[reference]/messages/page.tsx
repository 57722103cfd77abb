import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import { KeptForm } from '@/app/_session/kept-form'
import { ResidentHeader } from '@/app/_shell/resident-header'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import { Notice } from '@/components/notice'
import { officeName } from '@/components/office-name'
import { Page } from '@/components/page'
import { PageFooter } from '@/components/page-footer'
import { TextArea } from '@/components/text-area'
import type { OwnCase } from '@/lib/applications'
import { limitInForce, shanghaiDayOf } from '@/lib/deadlines'
import {
  LONGEST_MESSAGE,
  type MessageOfCase,
  markMessagesRead,
  messagesOfCase,
  waitingMessage,
} from '@/lib/messages'
import { applicationAddress } from '../../_parts/addresses'
import { requireOwnCase } from '../_case/own-case'
import { Correspondence } from './correspondence'
import { write } from './write'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('correspondence')
  return { title: t('title') }
}

/** What the person wants here: to ask the office or tell it something, and to find its answer in the same place. */
export default async function MessagesPage({
  params,
  searchParams,
}: PageProps<'/applications/[reference]/messages'>) {
  const { found } = await requireOwnCase({ params, page: 'messages' })
  const { reference, id: applicationId } = found.application
  const { db } = service()
  const [t, tAll, locale, letters, limit, { sent }] = await Promise.all([
    getTranslations('correspondence'),
    getTranslations('applications'),
    getLocale(),
    messagesOfCase(db, { applicationId }),
    limitInForce(db, { kind: 'message-answer', on: shanghaiDayOf(found.now) }),
    searchParams,
  ])
  await markMessagesRead(db, { applicationId, by: 'resident' })
  const office = officeName({ office: found.office, locale })
  return (
    <>
      <ResidentHeader path={applicationAddress({ reference, page: 'messages' })} />
      <Page
        title={t('title')}
        lead={t('lead')}
        back={{ href: applicationAddress({ reference }) }}
        progress={tAll('reference', { reference })}
      >
        {sent === 'yes' && <Sent found={found} waiting={waitingMessage(letters)} />}
        {letters.length > 0 ? <Correspondence letters={letters} now={found.now} /> : <p>{t('none')}</p>}
        <section className="flow">
          <WhoAnswers found={found} office={office} workingDays={limit.workingDays} />
          <KeptForm action={write} keeps="message" page={applicationAddress({ reference, page: 'messages' })}>
            <input type="hidden" name="reference" value={reference} />
            <TextArea
              name="text"
              label={t('text', { office })}
              hint={t('textHint', { count: LONGEST_MESSAGE })}
              rows={5}
            />
            <Button>{t('send')}</Button>
          </KeptForm>
        </section>
      </Page>
      <PageFooter />
    </>
  )
}

async function Sent({ found: { now }, waiting }: { found: OwnCase; waiting: MessageOfCase | null }) {
  const t = await getTranslations('correspondence')
  const by = waiting?.answerBy
  return (
    <Notice tone="ok" announced>
      <p>
        {by
          ? t.rich('sent', { when: () => <Moment instant={by} now={now} byName={false} /> })
          : t('sentDone')}
      </p>
    </Notice>
  )
}

/** 首问负责: who answers by name and phone, how soon, and that writing costs no time. */
async function WhoAnswers({
  found,
  office,
  workingDays,
}: {
  found: OwnCase
  office: string
  workingDays: number
}) {
  const t = await getTranslations('correspondence')
  const phone = () => (
    <a href={`tel:${found.office.phone}`} className="whitespace-nowrap">
      {found.office.phone}
    </a>
  )
  return (
    <div className="flow-small">
      <p>
        {found.firstContact
          ? t.rich('contact', { name: found.firstContact, office, phone })
          : t.rich('office', { office, phone })}
      </p>
      <p>{t('promise', { workingDays })}</p>
      <p>{t('neutral')}</p>
    </div>
  )
}
