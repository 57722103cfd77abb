import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { assistedResident } from '@/lib/applications'
import type { StaffViewer } from '@/lib/identity'
import { service } from '../_service'
import { end } from '../staff/assist/assist'

/** Above the form while a member of staff types for somebody: whom they help, and how it ends. */
export async function AssistanceBar({ viewer }: { viewer: StaffViewer }) {
  const [t, assisted] = await Promise.all([
    getTranslations('assistance'),
    assistedResident({ viewer }, service()),
  ])
  if (!assisted) return null
  return (
    <div className="border-b border-line bg-brand-tint">
      <form action={end} className="mx-auto flex w-full max-w-staff flex-wrap items-center gap-x-6 px-4 py-2">
        <strong>{t('banner', { phone: assisted.maskedPhone })}</strong>
        <Button kind="link">{t('end')}</Button>
      </form>
    </div>
  )
}
