import { notFound } from 'next/navigation'
import { serviceForViewer } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { findOwnApplication, type OwnCase } from '@/lib/applications'
import type { ResidentViewer } from '@/lib/identity'
import { type ApplicationPage, applicationAddress } from '../../_parts/addresses'

/**
 * The case of an address, for its own applicant. Somebody else's is answered like one that does not exist.
 *
 * @param page to come back to once signed in
 */
export async function requireOwnCase({
  params,
  page,
}: {
  params: Promise<{ reference: string }>
  page?: ApplicationPage
}): Promise<{ viewer: ResidentViewer; found: OwnCase }> {
  const reference = decodedReference((await params).reference)
  const viewer = await requireResident({
    back: applicationAddress({ reference, ...(page && { page }) }),
  })
  const found = await findOwnApplication({ reference, viewer }, serviceForViewer())
  if (!found) notFound()
  return { viewer, found }
}

/** Next.js gives a part of the path as it was written; what cannot be decoded names no case. */
export function decodedReference(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
