import type { Environment } from '@/lib/platform/env'

/** Where text messages go: the demo's outbox, which is the table itself, or the operator's gateway. */
export type SmsGateway = { kind: 'outbox' } | { kind: 'http'; url: string; token: string | undefined }
/** Where e-mails go: the demo's outbox, the operator's mail server, or nowhere. */
export type MailGateway = { kind: 'outbox' } | { kind: 'smtp'; url: string; from: string } | { kind: 'none' }

export type Gateways = { sms: SmsGateway; mail: MailGateway }

/** The gateways of this environment; outside the demo one for text messages is required (lib/platform/env.ts). */
export function gatewaysOf(env: Environment): Gateways {
  if (env.DEMO_MODE === 'on') return { sms: { kind: 'outbox' }, mail: { kind: 'outbox' } }
  return {
    sms: env.SMS_GATEWAY_URL
      ? { kind: 'http', url: env.SMS_GATEWAY_URL, token: env.SMS_GATEWAY_TOKEN }
      : { kind: 'outbox' },
    mail:
      env.SMTP_URL && env.SMTP_FROM
        ? { kind: 'smtp', url: env.SMTP_URL, from: env.SMTP_FROM }
        : { kind: 'none' },
  }
}

/** Whether residents can be offered messages by e-mail. */
export function sendsEmail(env: Environment): boolean {
  return gatewaysOf(env).mail.kind !== 'none'
}

/**
 * What became of a message: taken over, or why not, without anything that was in it, and whether another try
 * could help.
 */
export type HandedOver = { taken: true } | { taken: false; why: string; forGood: boolean }
