import type { rejectionReasons } from '../schema'

/** The whole catalogue of reasons for refusal (DESIGN §5): a flat list, closed, without "other". */
export const seedRejectionReasons: (typeof rejectionReasons.$inferInsert)[] = [
  {
    code: 'identity-not-confirmed',
    version: 1,
    title: '补正后仍不能确认身份',
    titleEnglish: 'Identity could not be confirmed after a correction notice',
    law: '《中华人民共和国行政许可法》第三十二条第一款第四项、第三十八条第二款',
    lawEnglish: 'Administrative Licensing Law, art. 32 (1) (4) and art. 38 (2)',
    refuses: '姓名与证件号码不一致，或者证件无效；办理机构已经一次性告知，您答复以后仍然不能确认申请人是谁。',
    refusesEnglish:
      'Name and document number do not belong together, or the document is not valid; the office has said so in its one notice, and after your answer it is still not clear who the applicant is.',
    nextStep:
      '核对证件后可以马上重新申请，填过的内容都保留。证件有误的，先到发证机关更正；也可以带证件到任何一个办理机构当面确认。',
    nextStepEnglish:
      'Check your document and apply again at once; what you typed is kept. If the document itself is wrong, have it corrected by whoever issued it. You can also show it in person at any office.',
    needsCorrectionNotice: true,
    needsHearing: false,
  },
  {
    code: 'already-registered',
    version: 1,
    title: '同一次生育已经登记',
    titleEnglish: 'The same birth is already registered',
    law: '《中华人民共和国人口与计划生育法》（2021 年修正）；国卫办人口发〔2021〕21 号：一次生育登记一次',
    lawEnglish:
      'Population and Family Planning Law (as amended 2021); national guidance 国卫办人口发〔2021〕21号: each birth is registered once',
    refuses: '同一申请人、同一次生育已有有效的登记。决定中会写明已有登记的申请编号。',
    refusesEnglish:
      'There is already a valid registration of the same applicant for the same birth. The decision names its reference.',
    nextStep: '直接使用已有的证明，可以在“我的申请”里查看和打印。如果是另一次生育，请重新申请并写明阶段。',
    nextStepEnglish:
      'Use the certificate that you have: you can see and print it under "My applications". If this is about another birth, apply again and state its stage.',
    needsCorrectionNotice: false,
    needsHearing: false,
  },
  {
    code: 'material-statement-false',
    version: 1,
    title: '重要承诺内容查证不实',
    titleEnglish: 'A material statement was proven false',
    law: '《中华人民共和国行政许可法》第三十一条、第三十六条、第七十八条；国办发〔2020〕42 号',
    lawEnglish:
      'Administrative Licensing Law, art. 31, 36 and 78; guidance 国办发〔2020〕42号 on commitments',
    refuses:
      '影响登记的内容有证据证明与事实不符，并且已经听取您的陈述和申辩。填写笔误、缺少材料不属于这种情形。',
    refusesEnglish:
      'Evidence shows that something on which the registration rests is untrue, and you have been heard. A slip of the pen or a missing paper is not this.',
    nextStep:
      '您可以看到所依据的证据。改正后可以重新申请，改由办理机构核查，不会因为这次的情况拒绝您；不服的，可以申请复议或者提起诉讼。',
    nextStepEnglish:
      'You can see the evidence used. Once put right you may apply again; the office then checks instead of taking your word, and never refuses you because of this. You can ask for a review or go to court.',
    needsCorrectionNotice: false,
    needsHearing: true,
  },
]
