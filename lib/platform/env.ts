import { z } from 'zod'

const base64Bytes = (length: number) =>
  z
    .string()
    .refine(text => Buffer.from(text, 'base64').length === length, `must be ${length} bytes in base64`)

const environmentSchema = z.object({
  DATABASE_APP_URL: z.url(),
  PUBLIC_URL: z.url().transform(url => url.replace(/\/+$/, '')),
  NEXTAUTH_SECRET: z.string().min(32),
  PERSONAL_DATA_KEYS: z.string().regex(/^[\w-]+:[A-Za-z0-9+/=]+(,[\w-]+:[A-Za-z0-9+/=]+)*$/),
  LOOKUP_KEY: base64Bytes(32),
  CERTIFICATE_SIGNING_KEY: z.string().min(40),
  /** With what papers are signed: `password:` and a PKCS #12 file in base64. Without it they stay unsigned. */
  PAPER_SIGNING_CERTIFICATE: z
    .string()
    .regex(/^[^:]+:[A-Za-z0-9+/=]{100,}$/)
    .optional(),
  CERTIFICATE_TITLE: z.string().default('生育登记服务证明'),
  CERTIFICATE_TITLE_ENGLISH: z.string().default('Certificate of Birth-Service Registration'),
  /** 21 characters: the department's unified social credit code and 3 digits (GB/T 36904). */
  CERTIFICATE_TYPE_CODE: z.string().length(21).default('11420000MB0DEMO008001'),
  CERTIFICATE_ISSUER_CODE: z.string().length(18).default('11420200MB0DEMO016'),
  DEMO_MODE: z.enum(['on', 'off']).default('off'),
  /** How many proxies in front of the service are ours; the client's address is taken from that hop. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Where text messages are handed over (HTTP POST, JSON); the demo keeps them in its outbox instead. */
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TOKEN: z.string().min(1).optional(),
  /** The mail server that takes e-mails: smtps://name:password@mail.example.cn or smtp://…:587 with STARTTLS. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)
    .optional(),
  /** An OpenID Connect provider by which residents may sign in, too: the provincial portal. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What its button says, in both languages. */
  OIDC_NAME: z.string().min(1).max(30).optional(),
  OIDC_NAME_ENGLISH: z.string().min(1).max(60).optional(),
  OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\w:.-]+)*$/)
    .default('openid'),
  /** How long an old number may object to a change of phone. */
  PHONE_OBJECTION_HOURS: z.coerce.number().int().min(1).max(720).default(24),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Environment = z.infer<typeof environmentSchema>

let parsed: Environment | null = null

/** The environment, parsed once; says all that is wrong in one list, without any value. */
export function environment(): Environment {
  if (parsed) return parsed
  const wrong = whatIsWrong(process.env)
  if (wrong.length > 0) throw new Error(`The environment is not right:\n  ${wrong.join('\n  ')}`)
  parsed = environmentSchema.parse(process.env)
  return parsed
}

/** All that keeps the service from running in this environment, a line each and without any value. */
export function whatIsWrong(given: Record<string, string | undefined>): string[] {
  const result = environmentSchema.safeParse(given)
  if (!result.success) return result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
  const halves = whatIsHalf(result.data)
  return result.data.DEMO_MODE === 'on' ? halves : [...halves, ...whatProductionRefuses(result.data)]
}

/** Variables that mean nothing without each other. */
function whatIsHalf(env: Environment): string[] {
  const together: (keyof Environment)[][] = [
    ['SMTP_URL', 'SMTP_FROM'],
    ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_NAME', 'OIDC_NAME_ENGLISH'],
  ]
  return together.flatMap(names => {
    const missing = names.filter(name => env[name] === undefined)
    if (missing.length === names.length) return []
    return missing.map(name => `${name}: is needed together with the other ${name.split('_')[0]}_ variables`)
  })
}

function whatProductionRefuses(env: Environment): string[] {
  const demo = {
    PERSONAL_DATA_KEYS: env.PERSONAL_DATA_KEYS.split(',').some(key => key.startsWith('demo')),
    CERTIFICATE_SIGNING_KEY: env.CERTIFICATE_SIGNING_KEY.startsWith('demo-'),
    PAPER_SIGNING_CERTIFICATE: env.PAPER_SIGNING_CERTIFICATE?.startsWith('demo-') ?? false,
    CERTIFICATE_TYPE_CODE: env.CERTIFICATE_TYPE_CODE.includes('DEMO'),
    CERTIFICATE_ISSUER_CODE: env.CERTIFICATE_ISSUER_CODE.includes('DEMO'),
    PUBLIC_URL: !env.PUBLIC_URL.startsWith('https://'),
    OIDC_ISSUER: env.OIDC_ISSUER?.startsWith('http://') ?? false,
  }
  const refused = Object.entries(demo).flatMap(([name, isDemo]) =>
    isDemo ? [`${name}: production refuses the value of the demo`] : [],
  )
  if (env.SMS_GATEWAY_URL) return refused
  return [...refused, 'SMS_GATEWAY_URL: production needs it, since sign-in codes go by text message']
}
