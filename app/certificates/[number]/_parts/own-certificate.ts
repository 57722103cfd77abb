import { notFound } from 'next/navigation'
import { serviceForViewer } from '@/app/_service'
import { requireResident } from '@/app/_session/viewer'
import { type Certificate, findOwnCertificate, readCertificateNumber } from '@/lib/certificates'
import type { ResidentViewer } from '@/lib/identity'

type Under = 'paper' | 'reissue' | 'hearing'

/** The page of a certificate, or one of the pages under it. */
export function certificateAddress({ number, page }: { number: string; page?: Under }): string {
  return page ? `/certificates/${number}/${page}` : `/certificates/${number}`
}

/** The certificate of an address, for its own holder. Somebody else's is answered like one that does not exist. */
export async function requireOwnCertificate({
  params,
  page,
}: {
  params: Promise<{ number: string }>
  page?: Under
}): Promise<{ viewer: ResidentViewer; certificate: Certificate; reference: string }> {
  const number = readCertificateNumber((await params).number)
  if (!number.ok) notFound()
  const back = certificateAddress({ number: number.value, ...(page && { page }) })
  const viewer = await requireResident({ back })
  const own = await findOwnCertificate(serviceForViewer().db, { number: number.value, viewer })
  if (!own) notFound()
  return { viewer, ...own }
}
