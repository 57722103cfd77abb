/**
 * The words of the paper, first edition. They stand here and not among the pages' texts because both languages
 * are on every paper, and because the same version of a certificate always gives the same bytes: once a
 * certificate was issued with these words they stay, and other words are another edition.
 */
export const wording = {
  place: '湖北省黄石市',
  holder: ['持证人', 'Holder'],
  office: ['办理机构', 'Registering office'],
  registeredOn: ['登记日期', 'Date of registration'],
  number: ['证明编号', 'Certificate number'],
  checkCode: ['校验码', 'Check code'],
  statement:
    '上述居民已办理生育登记。本证明供办理生育保险、孕产保健等服务时使用，与纸质证件具有同等效力，不作为审批依据。',
  statementEnglish:
    'The persons named above have registered a birth service. This certificate serves for maternity insurance, maternal care and similar services; it has the force of a paper certificate and is no permit.',
  deemed: '办理机构未在承诺时限内作出决定，依本服务公布的规则视为登记。',
  deemedEnglish:
    'The office did not decide within its promised time; deemed registered by its published rules.',
  howToVerify: '扫码核验，或打开下面的网址，输入编号和校验码。',
  howToVerifyEnglish: 'Scan to verify, or enter the number and check code at',
  anyPrint: '彩色、黑白打印均有效，以核验结果为准。',
  anyPrintEnglish: 'Any print is valid, in colour or not; the answer to the check decides.',
  identifier: '电子证照标识',
  version: (version: number) => `第 ${version} 版`,
  qrCode: '核验二维码，内容是本证明的核验网址 · QR code with the address that verifies this certificate',
  sealAlt: '印章：',
  seal: '生育登记专用章',
  sealOfDemonstration: '演示用章',
  demonstration: '演示',
  demonstrationLine: '演示样本，没有效力 · Specimen of a demonstration, not a real certificate',
  signatureReason: '签发生育登记证明 · Issue of a certificate of birth-service registration',
  author: '湖北省黄石市',
  subject: '生育登记 · Birth-service registration',
} as const
