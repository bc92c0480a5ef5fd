/** What a browser downloads for pieces of one package. */
export interface Bundles {
  /** Bytes after bundling, tree-shaking, minifying and brotli at quality 11. */
  brotliSizeOf(source: string): Promise<number>;
  /** The code that is measured, as one text: for tests of what must not be in it. */
  bundledCodeOf(source: string): Promise<string>;
}

export function bundlesIn(packageFolder: URL): Bundles;
/** Bytes of a text or file after brotli at quality 11. */
export function brotliSize(content: string | Uint8Array): number;
