import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { ErrorSummary } from '@/components/error-summary'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import {
  calendarYearFromPackage,
  type NoticeField,
  type NoticeProblems,
  type TypedNotice,
} from '@/lib/deadlines'
import { calendarYearAddress } from '../../_room/addresses'

/** A year's days, a line a holiday. Sending it changes nothing; it shows what would move. */
export async function NoticeForm({ typed, problems }: { typed: TypedNotice; problems: NoticeProblems }) {
  const t = await getTranslations('admin.calendar')
  const year = String(typed.year)
  const errors = problems.map(({ field, problem, line }) => ({
    field,
    message: t(`problem.${problem}`, { line: line.slice(0, 60) }),
  }))
  const errorOf = (field: NoticeField) => {
    const error = errors.find(({ field: wrong }) => wrong === field)
    return error && { error: error.message }
  }
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {calendarYearFromPackage(typed) ? (
        <form
          method="get"
          action={calendarYearAddress(typed)}
          className="flex flex-wrap items-center gap-x-4"
        >
          <input type="hidden" name="from" value="package" />
          <span>{t('fromPackage', { year })}</span>
          <Button kind="link">{t('fill')}</Button>
        </form>
      ) : (
        <p>{t('packageUnknown', { year })}</p>
      )}
      <form method="get" action={calendarYearAddress(typed)} noValidate className="flow">
        <TextField
          name="sourceLink"
          label={t('sourceLink')}
          hint={t('sourceHint')}
          type="url"
          width="full"
          maxLength={500}
          defaultValue={typed.sourceLink}
          {...errorOf('sourceLink')}
        />
        <TextArea
          name="holidays"
          label={t('holidays')}
          hint={t('holidaysHint')}
          rows={9}
          defaultValue={typed.holidays}
          {...errorOf('holidays')}
        />
        <TextArea
          name="makeUpDays"
          label={t('makeUpDays')}
          hint={t('makeUpHint')}
          rows={7}
          defaultValue={typed.makeUpDays}
          {...errorOf('makeUpDays')}
        />
        <Button>{t('preview')}</Button>
      </form>
    </>
  )
}
