import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import type { StatusShare } from '@/lib/applications'
import { end } from './share'

type LivingShareProps = { share: StatusShare; number: number; reference: string; now: Date }

/** One link: since when, until when, whether anybody looked, and its end. */
export function LivingShare({ share, number, reference, now }: LivingShareProps) {
  const t = useTranslations('share')
  const { id, createdAt, expiresAt, views, lastViewedAt } = share
  return (
    <article className="flow-small">
      <h3>{t('number', { number })}</h3>
      <p>
        {t.rich('row', { when: () => <Moment instant={createdAt} now={now} /> })}
        {' · '}
        {t.rich('until', { when: () => <Moment instant={expiresAt} now={now} byName={false} /> })}
        {' · '}
        {t.rich('views', {
          views,
          when: () => lastViewedAt && <Moment instant={lastViewedAt} now={now} />,
        })}
      </p>
      <ActionForm action={end}>
        <input type="hidden" name="reference" value={reference} />
        <input type="hidden" name="share" value={id} />
        <Button kind="secondary" aria-label={t('endOf', { number })}>
          {t('end')}
        </Button>
      </ActionForm>
    </article>
  )
}
