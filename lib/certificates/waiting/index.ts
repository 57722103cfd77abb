export { certificatesWaiting, type WaitingCertificate } from './find-waiting'
export { issueWaitingCertificates } from './issue-waiting'
