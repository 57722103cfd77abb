import { useLocale, useTranslations } from 'next-intl'
import { DataRow, DataTable } from '@/components/data-table'
import { officeName } from '@/components/office-name'
import { type RightFirstTime, type RightShare, wholePercent } from '@/lib/supervision'

/** The share of applications that needed no correction, a month a column; whoever has several offices sees each. */
export function RightFirstTimeTable({ figures: { months, all, offices } }: { figures: RightFirstTime }) {
  const t = useTranslations('supervision.rightFirstTime')
  const locale = useLocale()
  const head = months.map(month => {
    const [year = '', number = ''] = month.split('-')
    return t('month', { year, month: String(Number(number)) })
  })
  const rows = offices.map(({ officeCode, office, shares }) => ({
    key: officeCode,
    name: officeName({ office, locale }),
    shares,
  }))
  const whole = { key: 'all', name: t('all'), shares: all }
  return (
    <DataTable caption={t('caption')} head={[t('office'), ...head]}>
      {(rows.length > 1 ? [whole, ...rows] : rows).map(({ key, name, shares }) => (
        <DataRow
          key={key}
          cells={[
            <span key="name" className="block min-w-[8rem]">
              {name}
            </span>,
            ...shares.map((share, column) => <Share key={months[column]} {...share} />),
          ]}
        />
      ))}
    </DataTable>
  )
}

function Share({ ended, right }: RightShare) {
  const t = useTranslations('supervision.rightFirstTime')
  const percent = wholePercent({ part: right, whole: ended })
  if (percent === null) return <>{t('none')}</>
  return (
    <span className="whitespace-nowrap">
      {t('share', { percent })}
      <span className="text-ink-soft">{t('count', { right, ended })}</span>
    </span>
  )
}
