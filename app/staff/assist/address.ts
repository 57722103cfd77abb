/** Where staff begin to help a resident to apply. */
export const ASSIST_PATH = '/staff/assist'
