/**
 * Registers every element under its own name, where the page has not done so.
 *
 * @module
 */
import { LaporForm } from './elements/lapor-form.ts';

LaporForm.define();
// The button has a file of its own, so that a page with nothing but a button need not load the form.
if (document.querySelector('lapor-button')) void import('./define-button.ts');
