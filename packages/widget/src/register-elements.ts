import { LaporForm } from './elements/lapor-form.ts';

/** Registers every element under its own name, where the page has not done so. */
export const registerElements = (): void => {
  LaporForm.define();
  // The button has a file of its own, so that a page with nothing but a button need not load the form.
  if (document.querySelector('lapor-button')) void import('./define-button.ts');
};
