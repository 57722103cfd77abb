import { createHash } from 'node:crypto'

/** Where the site is built for the checks, beside the product's own build, which may be serving meanwhile. */
export const checksBuildFolder = '.next-checks'

/** Any key will do, as long as the build and the servers that use it have the same; it protects nothing here. */
export const checksBuildKey = createHash('sha256').update('the key of builds for checks').digest('base64')
