import type { Door } from './doors/door'
import { publicDoors } from './doors/public'
import { residentDoors } from './doors/resident'
import { staffDoors } from './doors/staff'

/** Every page and route of the build. A new one without an entry fails (app/every-door-is-listed.test.ts). */
export const pagesAndRoutes: Record<string, Door> = { ...publicDoors, ...residentDoors, ...staffDoors }
