import { getTranslations } from 'next-intl/server'
import { service } from '@/app/_service'
import type { OwnCase } from '@/lib/applications'
import { ratingOfCase } from '@/lib/ratings'
import { applicationAddress } from '../../_parts/addresses'

/** After the decision, the way to say how it went, or to what was said. */
export async function OwnRating({ found: { application } }: { found: OwnCase }) {
  if (application.status !== 'registered' && application.status !== 'rejected') return null
  const [t, rating] = await Promise.all([
    getTranslations('rating'),
    ratingOfCase(service().db, { applicationId: application.id }),
  ])
  return (
    <p>
      <a href={applicationAddress({ ...application, page: 'rating' })} className="link-target">
        {t(rating ? 'read' : 'title')}
      </a>
    </p>
  )
}
