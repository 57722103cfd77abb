import { createHash } from 'node:crypto'
import type { commitmentVersions } from '../schema'

/**
 * The text that an applicant signs (告知承诺, 国办发〔2020〕42号): what is declared, who will be asked, what
 * follows if it is false, how to take it back. A new text is a new version; a signed one never changes.
 */
const text = `我承诺
一、我是申请中写明的申请人，或者受申请人委托代为申请。
二、我填写的姓名、证件、地址和生育情况都是真实的；有变化的，我会及时更正。
三、我写明另一方的，已经告诉对方；对方由自己确认，未确认的不印在证明上。

谁会核对
办理机构可以向公安机关核对姓名、证件和户籍地，向卫生健康部门核对出生医学证明。只核对与登记有关的内容，不向工作单位打听，不查婚姻状况，不查已有几个孩子。

如果不真实
重要内容有证据证明不真实的，办理机构先告诉您，听取您的说明和申辩，再决定是否不予登记或者撤销证明。以后再次申请，改为先核对再登记，改正以后恢复；不会因此拒绝您。

您可以不承诺，也可以收回
不愿意承诺的，可以请办理机构核对，时限相同。登记之前，您随时可以在网上收回承诺或者撤回申请，不需要理由。`

const textEnglish = `I declare
1. I am the applicant named in this application, or the applicant asked me to apply for them.
2. The names, documents, address and details of the birth that I give are true; if they change, I will correct them.
3. If I name the other parent, I have told them; they confirm for themselves, and without that they are not printed on the certificate.

Who will be asked
The office may compare names, documents and the place of household registration with the police, and the birth certificate with the health authority. It compares only what the registration needs. It does not ask employers, marital status or the number of children.

If it is not true
If evidence shows that something important is untrue, the office tells you first and hears what you have to say; only then does it decide whether to refuse the registration or revoke the certificate. Your next application is then checked before it is registered, until this is put right. It is never refused for this reason.

You need not promise, and you can take it back
If you do not wish to promise, the office checks instead, within the same time limit. Until you are registered, you can take back your promise or withdraw the application online at any time, without giving a reason.`

/** The digest that a signature keeps covers both languages, so that neither can change unnoticed. */
export const seedCommitment: typeof commitmentVersions.$inferInsert = {
  version: '2026-1',
  text,
  textEnglish,
  sha256: createHash('sha256').update(`${text}\n\n${textEnglish}`, 'utf8').digest('hex'),
  effectiveFrom: '2026-01-01',
}
