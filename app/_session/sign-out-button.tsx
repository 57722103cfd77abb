import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { leave } from './leave'

/** For a page header's account place. */
export function SignOutButton({ staff = false }: { staff?: boolean }) {
  const t = useTranslations('sign-in')
  return (
    <form action={leave}>
      {staff && <input type="hidden" name="staff" value="yes" />}
      <Button kind="link">{t('signOut')}</Button>
    </form>
  )
}
