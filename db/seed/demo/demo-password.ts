/** The password of every account of the demo; production refuses to start with such accounts. */
export const demoPassword = 'demo-2026-huangshi'
