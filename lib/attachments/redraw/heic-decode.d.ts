declare module 'heic-decode' {
  type Decoded = { width: number; height: number; data: Uint8ClampedArray }
  type Undecoded = { width: number; height: number; decode(): Promise<Decoded> }
  function one(file: { buffer: Uint8Array }): Promise<Decoded>
  namespace one {
    function all(file: { buffer: Uint8Array }): Promise<Undecoded[] & { dispose(): void }>
  }
  export default one
}
