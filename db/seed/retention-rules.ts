import type { retentionRules } from '../schema'

/** The day on which the Personal Information Protection Law came into force. */
const FROM = '2021-11-01'

const own = {
  law: '本服务的规定：《中华人民共和国个人信息保护法》第十九条，保存期限为实现处理目的所必要的最短时间',
  lawEnglish:
    "This service's own rule: Personal Information Protection Law, art. 19: kept for no longer than the purpose needs",
}
const archives = {
  law: '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）：业务文件定期保管',
  lawEnglish:
    'Rules on the filing and retention of documents of public bodies (National Archives Administration, Order 8): case files are kept for a fixed term',
}

const court = {
  law: '《中华人民共和国行政诉讼法》第四十六条：知道决定之日起六个月内可以向法院起诉',
  lawEnglish:
    'Administrative Litigation Law, art. 46: a court can be asked within six months of learning of a decision',
}

/** How long the service keeps what, each with its law; a later row holds from its first day on. */
const rules: Omit<typeof retentionRules.$inferInsert, 'fromDate'>[] = [
  { kind: 'draft', keptFor: 30, unit: 'days', askedByLaw: false, ...own },
  { kind: 'ended-application', keptFor: 1, unit: 'years', askedByLaw: false, ...own },
  { kind: 'rejected-application', keptFor: 10, unit: 'years', askedByLaw: true, ...archives },
  { kind: 'registered-application', keptFor: 30, unit: 'years', askedByLaw: true, ...archives },
  { kind: 'account', keptFor: 3, unit: 'years', askedByLaw: false, ...own },
  { kind: 'notification', keptFor: 1, unit: 'years', askedByLaw: false, ...own },
  { kind: 'verification', keptFor: 3, unit: 'years', askedByLaw: false, ...own },
  { kind: 'session', keptFor: 30, unit: 'days', askedByLaw: false, ...own },
  { kind: 'print-code', keptFor: 30, unit: 'days', askedByLaw: false, ...own },
  { kind: 'status-share', keptFor: 30, unit: 'days', askedByLaw: false, ...own },
  { kind: 'attachment', keptFor: 6, unit: 'months', askedByLaw: false, ...court },
  { kind: 'one-time-code', keptFor: 1, unit: 'days', askedByLaw: false, ...own },
  { kind: 'rate-limit', keptFor: 1, unit: 'days', askedByLaw: false, ...own },
]

export const seedRetentionRules = rules.map(rule => ({ ...rule, fromDate: FROM }))
