/**
 * Private-use code points that GB 18030-2000 and -2005 used for ideographs which have their own code points
 * since (GB 18030-2022); household registers and old input methods still produce them. Old code point to
 * encoded character, in hexadecimal.
 */
const oldToEncoded =
  'e816:20087,e817:20089,e818:200cc,e81a:3473,e81b:3447,e81e:9fb4,e81f:359e,e820:361a,e821:360e,e824:396e,' +
  'e825:3918,e826:9fb5,e827:39cf,e828:39df,e829:3a73,e82a:39d0,e82b:9fb6,e82c:9fb7,e82d:3b4e,e82e:3c6e,' +
  'e82f:3ce0,e831:215d7,e832:9fb8,e834:4056,e835:415f,e837:4337,e83b:2298f,e83c:43b1,e83d:43ac,e83f:43dd,' +
  'e840:44d6,e841:4661,e842:464c,e843:9fb9,e844:4723,e845:4729,e846:477c,e847:478d,e849:4947,e84a:497a,' +
  'e84b:497d,e84c:4982,e84d:4983,e84e:4985,e84f:4986,e850:499f,e851:499b,e852:49b7,e853:49b6,e854:9fba,' +
  'e855:241fe,e856:4ca3,e857:4c9f,e858:4ca0,e859:4ca1,e85a:4c77,e85b:4ca2,e85c:4d13,e85d:4d14,e85e:4d15,' +
  'e85f:4d16,e860:4d17,e861:4d18,e862:4d19,e863:4dae,e864:9fbb'

export const encodedForPrivateUse: ReadonlyMap<number, string> = new Map(
  oldToEncoded.split(',').map(pair => {
    const [old = '', encoded = ''] = pair.split(':')
    return [Number.parseInt(old, 16), String.fromCodePoint(Number.parseInt(encoded, 16))]
  }),
)
