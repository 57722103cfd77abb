/** The fields of an identity document. They stand alone, since lists of fields are read while modules still load. */
export const documentFields = ['idNumber', 'otherKind', 'otherNumber'] as const
