import type { CompleteApplication, CorrectionItem } from '@/lib/applications'
import type { ProposedRejection } from '@/lib/decisions'
import type { DemoOffice } from './demo-accounts'

/** Streets and villages of the three offices; the numbers behind them are invented. */
export const streets: Record<DemoOffice, readonly string[]> = {
  '420202006': ['天津路', '延安路', '黄石大道', '交通路', '南京路', '湖滨大道'],
  '420202007': ['颐阳路', '武汉路', '芜湖路', '华新路', '民主街', '胜阳港路'],
  '420281100': ['金牛大道', '虬川街', '祝铺村', '胜桥村', '小泉村', '西畈李村'],
}

export type Correction = {
  items: CorrectionItem[]
  /** The answer that comes: the facts as they are typed again, and a word beside them. */
  typed: (application: CompleteApplication) => Record<string, string>
  words: string
}

const completedAddress = ({ address: { basis, detail } }: CompleteApplication) => ({
  'address-basis': basis,
  'address-detail': `${detail} 2 栋 301 室`,
})

/** A document and an address at once: the longest form that a correction makes. */
export const documentAndAddress: Correction = {
  items: [
    { field: 'applicant-document', what: '证件号码查不到，请核对每一位。' },
    { field: 'address', what: '请写明村组或门牌号。' },
  ],
  typed: application => ({
    ...completedAddress(application),
    'applicant-document-kind': application.applicant.document.kind,
    'applicant-document-number': application.applicant.document.number,
  }),
  words: '证件上个月刚换，号码没有变。地址补上了。',
}

/** What a correction notice asks for, everything at once. */
export const corrections: readonly Correction[] = [
  {
    items: [{ field: 'address', what: '请写明楼栋和门牌号，现在的地址找不到对应的社区。' }],
    typed: completedAddress,
    words: '已补上楼栋号，谢谢提醒。',
  },
  {
    items: [{ field: 'applicant-name', what: '姓名与证件上的写法不一样，请对照身份证核对。' }],
    typed: ({ applicant }) => ({ 'applicant-name': applicant.name }),
    words: '核对过了，身份证上就是这样写的，是生僻字。',
  },
  documentAndAddress,
]

export const transferReasons = [
  '申请人现住在贵处辖区，已电话说明，由贵处办理更方便',
  '户籍已于上月迁出，按居住地办理',
]
export const extensionReasons = [
  '证件信息需要向发证机关核实，对方已受理',
  '出生医学证明由外省医院签发，等待对方回复',
]
export const returnNotes = [
  '证据不足，只凭系统提示不能认定，请先联系申请人核实',
  '理由写得不清楚，申请人看不懂，请重写',
]
export const setRightNotes = [
  '复核查明前一份登记已由本人撤回，应当予以登记',
  '投诉核查属实：两次申请不是同一次生育',
]

export const complaintTexts = [
  '打了三次电话都没有人接，不知道办到哪一步了。',
  '窗口的人说还要带结婚证和社区证明，网上明明写着不用。',
  '证明上的办理机构写得太小，打印店看不清，希望改进。',
]
export const complaintAnswers = [
  {
    outcome: 'upheld',
    answer: '经查，当天值班人员确实要求了不该要的材料。已批评并组织学习，向您道歉。您的登记不受影响。',
  },
  {
    outcome: 'not-upheld',
    answer: '经查通话记录，您来电时是午休时间，下午已回电两次没有接通。办理没有超过时限。',
  },
] as const

/** What the county found when an office had let its time run out. */
export const findings = [
  '当周经办人培训，代办安排没有落实。已要求该办理机构明确每天的值班人员。',
  '案件已被领取但没有办理，经办人外出两天。已提醒审核人每天查看到期提醒。',
  '系统提醒已发送，值班人员没有查看。已约谈并纳入当月考核。',
]
/** A proposal to refuse for each published reason. */
export const proposals = {
  duplicate: (earlier: string): ProposedRejection => ({
    reasonCode: 'already-registered',
    explanation: `您已经为同一次生育登记过，申请编号 ${earlier}，证明仍然有效，可以直接使用。`,
    evidence: `登记系统中的申请 ${earlier}`,
    hearing: '',
  }),
  untrue: (): ProposedRejection => ({
    reasonCode: 'material-statement-false',
    explanation: '填写的出生医学证明编号经签发医院核对，属于另一位产妇，与申请人不符。',
    evidence: '签发医院的书面回复',
    hearing: '已电话听取申请人说明：编号是请人代填的，本人没有核对。',
  }),
  identity: (): ProposedRejection => ({
    reasonCode: 'identity-not-confirmed',
    explanation: '已告知您核对姓名和证件号码，答复后两者仍然不一致，无法确认申请人身份。',
    evidence: '补正通知和答复；人口信息核对结果',
    hearing: '',
  }),
}

/** What applicants ask, and how an office answers: one thing each, and never for a paper. */
export const messageTexts = [
  {
    text: '请问登记好了以后，证明要去窗口领吗？我在武汉上班，请假不方便。',
    answer: '不用来。登记后您在手机上就能打开和下载证明，在哪里打印都有效。',
  },
  {
    text: '我的地址写的是老房子的门牌，上个月刚换了新门牌，要改吗？',
    answer: '不用改，旧门牌我们查得到，不影响登记。',
  },
  {
    text: '孩子爸爸在外地，他的手机一直收不到确认短信，怎么办？',
    answer: '您在申请页面点“再发一次确认短信”就行。他不确认也不影响登记，以后可以换发写两个人名字的证明。',
  },
] as const

/** How two people rate what was done for them (好差评), one well and one badly. */
export const praise = { step: 5, words: '第二天就办好了，没跑一趟路。' } as const
export const blame = { step: 2, words: '先说要不予登记，后来又登记了，让人担心了两天。' } as const
