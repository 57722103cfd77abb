import type { StaffRole } from '@/lib/identity'

/** The three offices that handle cases in the demo; the others have no staff yet, and say so. */
export const demoOffices = ['420202006', '420202007', '420281100'] as const
export type DemoOffice = (typeof demoOffices)[number]

type Account = { signInName: string; name: string; role: StaffRole; offices: readonly string[] }

const inOffice = (office: DemoOffice, role: StaffRole, signInName: string, name: string): Account => ({
  signInName,
  name,
  role,
  offices: [office],
})

/** Whom the demo begins with; all of them sign in with the demo's password. */
export const demoAccounts: Account[] = [
  inOffice('420202006', 'officer', 'chenxiao', '陈晓'),
  inOffice('420202006', 'officer', 'lina', '李娜'),
  inOffice('420202006', 'supervisor', 'zhouwei', '周伟'),
  inOffice('420202007', 'officer', 'liuyang', '刘洋'),
  inOffice('420202007', 'officer', 'zhaomin', '赵敏'),
  inOffice('420202007', 'supervisor', 'sunli', '孙丽'),
  inOffice('420281100', 'officer', 'huangtao', '黄涛'),
  inOffice('420281100', 'officer', 'xujing', '徐静'),
  inOffice('420281100', 'supervisor', 'maqiang', '马强'),
  { signInName: 'county', name: '郭敏', role: 'county', offices: demoOffices },
  { signInName: 'admin', name: '何平', role: 'administrator', offices: [] },
  { signInName: 'auditor', name: '郑岚', role: 'auditor', offices: [] },
]
