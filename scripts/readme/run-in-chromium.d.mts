/** A place for pages on the loopback. */
export interface Pages {
  readonly origin: string;
  run(script: string): Promise<{ readonly title: string }>;
  close(): void;
}

export function openPages(): Promise<Pages>;
export function bundled(file: string): Promise<string>;
