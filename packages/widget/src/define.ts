/**
 * Registers every element under its own name, where the page has not done so.
 *
 * @module
 */
import { LaporForm } from './elements/lapor-form.ts';

LaporForm.define();
