import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/action-form'
import { Button } from '@/components/button'
import { Moment } from '@/components/moment'
import type { OwnCase } from '@/lib/applications'
import { type AttachmentOfCase, LARGEST_FILE, MOST_FILES_A_FIELD } from '@/lib/attachments'
import { applicationAddress } from '../../_parts/addresses'
import type { AskedFor } from './asked-for'
import { remove } from './remove'
import { UploadForm } from './upload-form'

type AskedDocumentProps = {
  found: OwnCase
  item: AskedFor
  shown: AttachmentOfCase[]
  problem: string | null
}

/** One paper that is asked for: why, what was shown of it so far, and the way to show it. */
export function AskedDocument({
  found,
  item: { field, what, document },
  shown,
  problem,
}: AskedDocumentProps) {
  const t = useTranslations('applications.documents')
  const tCorrection = useTranslations('applications.correction')
  const { reference, status } = found.application
  const isOpen = status === 'correction_requested'
  const page = applicationAddress({ reference, page: 'documents' })
  return (
    <section className="flow-small border-t border-line pt-4">
      <h2>{tCorrection(`documents.document.${document}`)}</h2>
      <p className="breakable">
        <span className="text-ink-soft">{tCorrection('office')}</span> {what}
      </p>
      {shown.map((attachment, index) => (
        <Shown key={attachment.id} attachment={attachment} number={index + 1} found={found} />
      ))}
      {!isOpen && shown.length === 0 && <p>{tCorrection('documents.none')}</p>}
      {isOpen &&
        (shown.length < MOST_FILES_A_FIELD ? (
          <UploadForm
            action={`${page}/upload`}
            field={field}
            most={LARGEST_FILE}
            error={problem}
            words={{
              choose: t('choose'),
              upload: t('upload'),
              uploading: t.raw('uploading'),
              checking: t('checking'),
            }}
            tooLarge={`${page}?${new URLSearchParams({ problem: 'too-large', field })}`}
          />
        ) : (
          <p>{t('full', { most: MOST_FILES_A_FIELD })}</p>
        ))}
    </section>
  )
}

type ShownProps = { attachment: AttachmentOfCase; number: number; found: OwnCase }

/** A file as it was drawn anew: its pages in small, and, until the answer is sent, a button to take it back. */
function Shown({ attachment: { id, pages, uploadedAt }, number, found }: ShownProps) {
  const t = useTranslations('applications.documents')
  const { reference, status } = found.application
  const address = `${applicationAddress({ reference, page: 'documents' })}/${id}`
  return (
    <div className="flow-small">
      <p className="text-small text-ink-soft">
        {t.rich('uploadedAt', { when: () => <Moment instant={uploadedAt} now={found.now} /> })}
      </p>
      <ul className="flex flex-wrap gap-3">
        {Array.from({ length: pages }, (_, index) => index + 1).map(page => (
          <li key={page}>
            <a href={`${address}/${page}`} className="block border border-line bg-ground p-1">
              {/* biome-ignore lint/performance/noImgElement: drawn once, sealed in the database, for this reader alone */}
              <img
                src={`${address}/${page}?small=yes`}
                alt={t('page', { number, page })}
                className="h-40 w-auto max-w-full object-contain"
              />
            </a>
          </li>
        ))}
      </ul>
      {status === 'correction_requested' && (
        <ActionForm action={remove}>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="attachment" value={id} />
          <Button kind="link" aria-label={t('removeWhat', { number })}>
            {t('remove')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}
