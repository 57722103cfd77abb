import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { StartFailure } from './say'

/** Where a running product keeps what outlives it: data, secrets, logs. Nothing of it is in git. */
export const dataRoom = path.resolve('.data')

/** Makes the folder when missing; ends with a clear line when it belongs to somebody else. */
export function openDataRoom(): void {
  try {
    if (mkdirSync(dataRoom, { recursive: true })) chmodSync(dataRoom, 0o755)
    accessSync(dataRoom, constants.W_OK | constants.X_OK)
  } catch {
    throw new StartFailure(
      `不能写入 ${dataRoom}(可能是另一位用户启动时建立的)。请用那位用户启动，或把目录交给您：chown -R 您的用户名 .data\n` +
        `${dataRoom} cannot be written: another user may have made it. Start as that user, or take it over with chown -R.`,
    )
  }
}
