/** A page, by the name that its tests have. */
export interface Readme {
  readonly name: string;
  readonly text: string;
}

/** What {@link testReadmes} takes. */
export interface ReadmeTests {
  readonly packageFolder: string;
  readonly readmes: readonly Readme[];
  readonly rewrite?: (code: string, isForBrowser: boolean) => string | Promise<string>;
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  /** Runs a script for a page, for the examples that need one. */
  readonly runInBrowser?: (script: string) => Promise<unknown>;
}

export function testReadmes(options: ReadmeTests): void;
export function readReadmes(files: Readonly<Record<string, URL>>): Promise<Readme[]>;
