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

/** The state of an application in the applicant's words. */
export function StatusTag({ status }: { status: ApplicationStatus }) {
  const t = useTranslations('applications.status')
  return <Tag tone={tones[status]}>{t(status)}</Tag>
}
