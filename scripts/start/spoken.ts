import { demoAccounts } from '@/db/seed/demo/demo-accounts'
import { demoPassword } from '@/db/seed/demo/demo-password'

/** The screen with which a start ends: where everything is, who may sign in, how to stop. */
export function endScreen({ address, demo, dev }: { address: string; demo: boolean; dev: boolean }): string {
  const places = [
    ['居民 resident', '/'],
    ['工作人员 staff', '/staff'],
    ['核验 verifier', '/verify'],
    ...(demo ? [['演示短信 demo messages', '/demo/outbox']] : []),
  ]
  const lines = places.map(([who = '', path = '']) => `  ${padded(who)} ${address}${path}`)
  return [
    '',
    `✓ 生育登记一网通已就绪 · ready${dev ? ' (dev)' : ''}`,
    ...lines,
    ...(demo ? whoMaySignIn : []),
    stop,
  ].join('\n')
}

/** What a second start in the same folder says. */
export function alreadyRunning({ pid, url }: { pid: number; url: string | null }): string {
  if (url) return `✓ 已在运行 · already running: ${url} (pid ${pid})`
  return `! 另一次启动正在进行(pid ${pid}),请稍候 · another start is at work (pid ${pid}), wait for it`
}

const namesOf = (...roles: string[]) =>
  demoAccounts
    .filter(({ role }) => roles.includes(role))
    .map(({ signInName }) => signInName)
    .join(' ')
const accounts = [
  ['居民 resident', '手机号 phone 13800000001，验证码见演示短信 the code is in the demo messages'],
  ['经办人 officers', namesOf('officer')],
  ['审核人 supervisors', namesOf('supervisor')],
  ['其他 others', namesOf('county', 'administrator', 'auditor')],
  ['他们的密码 their password', demoPassword],
  ['他们的动态码 their codes', '/demo/outbox?show=authenticator'],
]
const whoMaySignIn = [
  '',
  '  演示账号 demo accounts',
  ...accounts.map(([who = '', what = '']) => `  ${padded(who)} ${what}`),
  '',
  '  演示数据均为虚构，请勿填写真实信息 · all data are invented: do not enter real ones',
]
const stop = '\n  停止 to stop: Ctrl-C\n'

/** Chinese characters take two columns of a terminal. */
function padded(text: string): string {
  const width = [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(0, 26 - width))
}
