import type { timeLimits } from '../schema'

/** The day on which the amended law on population and family planning came into force. */
const FROM = '2021-08-20'

/** The default limits (DESIGN §4), each with its law; an administrator adds a row to change one. */
export const seedTimeLimits: (typeof timeLimits.$inferInsert)[] = [
  {
    kind: 'office-must-decide',
    fromDate: FROM,
    workingDays: 3,
    law: '本服务的承诺时限；到期未作决定的，按承诺予以登记',
    lawEnglish:
      "This service's own promise; if the office has not decided by then, the application is registered on the applicant's declaration",
  },
  {
    kind: 'statutory-decision',
    fromDate: FROM,
    workingDays: 20,
    law: '《中华人民共和国行政许可法》第四十二条第一款：自受理之日起二十日内作出决定',
    lawEnglish: 'Administrative Licensing Law, art. 42 (1): a decision within 20 days of acceptance',
  },
  {
    kind: 'correction-notice',
    fromDate: FROM,
    workingDays: 5,
    law: '《中华人民共和国行政许可法》第三十二条第一款第四项：五日内一次告知需要补正的全部内容',
    lawEnglish:
      'Administrative Licensing Law, art. 32 (1) (4): everything to be corrected is told once, within five days',
  },
  {
    kind: 'applicant-must-answer',
    fromDate: FROM,
    workingDays: 15,
    law: '本服务的规定：补正期间办理机构的时限暂停，逾期未答复的关闭申请，所填内容保留',
    lawEnglish:
      "This service's own rule: the office's clock stops meanwhile; without an answer the application is closed and nothing typed is lost",
  },
  {
    kind: 'extension',
    fromDate: FROM,
    workingDays: 10,
    law: '《中华人民共和国行政许可法》第四十二条第一款：经负责人批准可以延长十日，并告知理由',
    lawEnglish:
      'Administrative Licensing Law, art. 42 (1): ten more days with the approval of a supervisor; the applicant is told why',
  },
  {
    kind: 'complaint-answer',
    fromDate: FROM,
    workingDays: 5,
    law: '本服务的承诺：投诉五个工作日内答复，逾期转县级处理',
    lawEnglish:
      "This service's own promise: a complaint is answered in five working days, or else goes to the county",
  },
  {
    kind: 'hearing-answer',
    fromDate: FROM,
    workingDays: 5,
    law: '《中华人民共和国行政许可法》第三十六条：撤销之前，告知持证人并听取陈述和申辩',
    lawEnglish:
      'Administrative Licensing Law, art. 36: before a certificate is revoked, its holder is told and heard',
  },
  {
    kind: 'message-answer',
    fromDate: FROM,
    workingDays: 1,
    law: '本服务的承诺：申请人的留言，下一个工作日下班前答复',
    lawEnglish:
      "This service's own promise: an applicant's message is answered by the end of the next working day",
  },
  {
    kind: 'data-request-answer',
    fromDate: FROM,
    workingDays: 15,
    law: '《中华人民共和国个人信息保护法》第五十条；《App违法违规收集使用个人信息行为认定方法》第六条：十五个工作日内核查和处理',
    lawEnglish:
      'Personal Information Protection Law, art. 50; Measures for identifying unlawful handling of personal information by apps, art. 6: looked into and dealt with in 15 working days',
  },
]
