/** What a scanner says. `unknown`: it could not be asked, or has no answer; then the file is kept from everybody and asked about again. */
export type ScanVerdict = 'clean' | 'infected' | 'unknown';

/** Looks for malicious programs in a file. It never throws. */
export type Scan = (content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<ScanVerdict>;
