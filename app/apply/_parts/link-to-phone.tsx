import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import type { LinkNews } from './addresses'

/** Inside the form of a question: it saves what was typed and sends the way back to it to the person's own phone. */
export function LinkToPhone() {
  const t = useTranslations('apply.link')
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-soft">
      <span>{t('why')}</span>
      <Button kind="link" name="sendLink" value="yes">
        {t('send')}
      </Button>
    </p>
  )
}

/** What became of it. */
export function AboutLink({ news, phone }: { news: LinkNews | null; phone: string }) {
  const t = useTranslations('apply.link')
  if (!news) return null
  return (
    <Notice tone={news === 'sent' ? 'ok' : 'warn'} announced>
      <p>{t(news, { phone })}</p>
    </Notice>
  )
}
