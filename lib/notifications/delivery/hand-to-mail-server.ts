import { createTransport } from 'nodemailer'
import type { HandedOver, MailGateway } from './gateways'

/** All of it together ends before the transaction that waits for it would be ended (lib/platform/database.ts). */
const patience = { connectionTimeout: 3_000, greetingTimeout: 3_000, socketTimeout: 3_000 }
const timeoutMilliseconds = 8_000

type Mail = { id: string; recipient: string; subject: string; text: string }

/**
 * Hands an e-mail to the operator's mail server. A mailbox that the server refuses for good (RFC 5321: 5xx to
 * the recipient) is given up; a wrong password or a server that does not answer may be mended.
 */
export async function handToMailServer(
  { id, recipient, subject, text }: Mail,
  { url, from }: Extract<MailGateway, { kind: 'smtp' }>,
): Promise<HandedOver> {
  const transport = createTransport({ url, ...patience })
  const timer = setTimeout(() => transport.close(), timeoutMilliseconds)
  try {
    await transport.sendMail({
      from,
      to: recipient,
      subject,
      text,
      // The same for every try, so that a mail that comes twice can be told for one.
      messageId: `<${id}@${from.replace(/^.*@|>.*$/g, '')}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { taken: true }
  } catch (error) {
    return whyNotTaken(error)
  } finally {
    clearTimeout(timer)
    transport.close()
  }
}

function whyNotTaken(error: unknown): HandedOver {
  const { code = '', responseCode = 0 } = error as { code?: string; responseCode?: number }
  if (code === 'EENVELOPE') {
    return { taken: false, why: 'mailbox-not-reached', forGood: responseCode >= 500 || responseCode === 0 }
  }
  if (responseCode > 0) return { taken: false, why: `mail-server-answered-${responseCode}`, forGood: false }
  return { taken: false, why: 'mail-server-unreachable', forGood: false }
}
