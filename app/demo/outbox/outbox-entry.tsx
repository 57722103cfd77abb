import { useTranslations } from 'next-intl'
import { Moment } from '@/components/moment'
import { displayPhone } from '@/lib/identity'
import type { OutboxMessage } from '@/lib/notifications'

const link = /(https?:\/\/\S+)/

type OutboxEntryProps = { message: OutboxMessage; now: Date; publicUrl: string }

/** One message: to whom, when, its code in large figures, its words with a link that can be followed. */
export function OutboxEntry({ message, now, publicUrl }: OutboxEntryProps) {
  const t = useTranslations('outbox')
  return (
    <li className="flow-small border-t border-line py-4">
      <p className="flex flex-wrap gap-x-4 text-small text-ink-soft tabular-nums">
        <strong className="text-ink">{t('to', { phone: displayPhone(message.recipient) })}</strong>
        <Moment instant={message.createdAt} now={now} withSeconds />
        {!message.sentAt && <span>{t('waiting')}</span>}
      </p>
      {message.code && (
        <p className="text-answer leading-tight font-bold tracking-[0.12em] tabular-nums">{message.code}</p>
      )}
      <p lang={message.language}>
        {message.text.split(link).map(part =>
          link.test(part) ? (
            // Relative, since a demo may be reached by another address than its own.
            <a key={part} href={part.replace(publicUrl, '')} className="break-all">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </li>
  )
}
