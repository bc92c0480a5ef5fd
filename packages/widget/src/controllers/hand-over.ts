import type { FormValues } from '../report/form-values.ts';

/** Where somebody was in the page's own form. */
export interface CarriedFocus {
  readonly name: string;
  /** The value, of a choice. */
  readonly choice: string | undefined;
  /** Start, end and direction of the selection, where the field has one. */
  readonly selection: Parameters<HTMLInputElement['setSelectionRange']> | undefined;
  /** Distance from the top of the window, so that the field can stay where it is. */
  readonly top: number;
}

/** What comes along from the page's own form. */
export interface Carried {
  readonly values: FormValues;
  readonly focus: CarriedFocus | undefined;
  /** True when the page's own form was sent: its step is done. */
  readonly isSent: boolean;
}

const activeIn = (host: HTMLElement): Element | null => {
  const { activeElement } = host.getRootNode() as Document | ShadowRoot;
  return activeElement && host.contains(activeElement) ? activeElement : null;
};

/** By the controls and not by their form: where the whole page is one form, the parser has dropped ours and kept its controls. */
const valuesIn = (host: HTMLElement): FormValues => {
  const values: Record<string, string> = {};
  for (const control of host.querySelectorAll<HTMLInputElement>('input,textarea,select')) {
    const isChoice = /^(radio|checkbox)$/.test(control.type);
    const isText = !isChoice && !/^(submit|button|reset|image|file)$/.test(control.type);
    if (control.name && control.value && (isText || control.checked)) values[control.name] = control.value;
  }
  return values;
};

const focusIn = (host: HTMLElement): CarriedFocus | undefined => {
  const control = activeIn(host) as HTMLInputElement | null;
  if (!control?.name) return undefined;
  const { name, type, value, selectionStart: start, selectionEnd: end, selectionDirection: direction } = control;
  return {
    name,
    choice: type === 'radio' ? value : undefined,
    selection: typeof start === 'number' ? [start, end, direction ?? undefined] : undefined,
    top: control.getBoundingClientRect().top,
  };
};

/** Whether a press of this button would send something. */
const sends = (target: EventTarget | null): boolean =>
  (target as Element).closest<HTMLButtonElement>('button,input')?.type === 'submit';

/**
 * Calls `takeOver` with what is in the page's own form as soon as nobody is at one of its fields: at once, when the focus
 * goes elsewhere, when the Tab key has led from one field to the next, or when the form is sent. A field in which somebody
 * types, presses or composes a word is never touched.
 *
 * @returns a function that ends the waiting.
 */
export const handOver = (host: HTMLElement, takeOver: (carried: Carried) => void): (() => void) => {
  const ending = new AbortController();
  let isComposing = false;

  const finish = (isSent = false): void => {
    ending.abort();
    takeOver({ values: valuesIn(host), focus: focusIn(host), isSent });
  };
  // What is pressed may be a label: then nothing has the focus yet.
  const isInUse = (): boolean => activeIn(host) !== null || host.matches(':active');
  const look = (): void => void setTimeout(() => ending.signal.aborted || isInUse() || finish());
  const listen = <Type extends keyof DocumentEventMap>(
    type: Type,
    listener: (event: DocumentEventMap[Type]) => void,
    target: EventTarget = host,
  ): void => target.addEventListener(type, listener as EventListener, { signal: ending.signal });
  const send = (event: Event): void => {
    event.preventDefault();
    finish(true);
  };

  if (!isInUse()) finish();
  else {
    listen('focusout', look);
    listen('pointerup', look, document);
    listen('pointercancel', look, document);
    listen('compositionstart', () => (isComposing = true));
    listen('compositionend', () => (isComposing = false));
    // Not at keydown: only after it does the browser move the focus and the selection.
    listen('keyup', ({ key }) => key === 'Tab' && !isComposing && activeIn(host) && finish());
    listen('submit', send);
    listen('click', (event) => !host.querySelector('form') && sends(event.target) && send(event));
  }
  return () => ending.abort();
};
