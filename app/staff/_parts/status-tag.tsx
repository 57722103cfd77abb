import { useTranslations } from 'next-intl'
import type { Tone } from '@/components/mark'
import { Tag } from '@/components/tag'
import type { ApplicationStatus } from '@/lib/applications'

const tones = {
  draft: 'neutral',
  accepted: 'neutral',
  correction_requested: 'warn',
  registered: 'ok',
  rejected: 'stop',
  withdrawn: 'neutral',
  closed: 'neutral',
} satisfies Record<ApplicationStatus, Tone>

type StatusTagProps = { status: ApplicationStatus; isProposed?: boolean }

/** The state of a case in a word for staff; a proposed rejection stands before the state that it is in. */
export function StatusTag({ status, isProposed = false }: StatusTagProps) {
  const t = useTranslations('staff')
  if (isProposed) return <Tag tone="stop">{t('proposed')}</Tag>
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
}
