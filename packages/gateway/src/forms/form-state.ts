import type { KeptUpload } from '../attachments/kept-uploads.ts';
import type { Html } from './html.ts';
import type { Fault } from './judge-report.ts';

/** What a form holds while somebody is at it. */
export interface FormState {
  /** Everything that was typed and chosen, by the names of the controls. */
  readonly values: URLSearchParams;
  readonly files: readonly KeptUpload[];
  /** The stamp that this showing of the form carries. */
  readonly stamp: string;
  readonly faults: readonly Fault[];
  /** What is to be said above everything else, when it is no fault of a single control. */
  readonly notice?: Html;
}
