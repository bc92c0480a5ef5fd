import { hash } from 'node:crypto';
import type { WidgetFile } from './bundle-widget.ts';

/** Hashes of the files by their names, in the sense of Subresource Integrity. */
export const integrityOf = (files: readonly WidgetFile[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ name, code }) => [name, `sha384-${hash('sha384', code, 'base64')}`]));
