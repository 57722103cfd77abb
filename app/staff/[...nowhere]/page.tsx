import { notFound } from 'next/navigation'

/** Any staff address that is no page of ours: answered in the staff's own frame, not in the residents'. */
export default function NowherePage(): never {
  notFound()
}
