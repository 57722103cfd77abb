/** How figures are said in both languages. */
export const FORMATS = {
  number: { percent: { style: 'percent', maximumFractionDigits: 1 } },
} as const

/** People here read the clock of the wall; the law's days end by it as well. */
export const TIME_ZONE = 'Asia/Shanghai'
