export type { PaperContent } from './certificate-paper'
export { paperOfCertificate } from './kept-paper'
export { renderCertificatePaper } from './render-certificate-paper'
