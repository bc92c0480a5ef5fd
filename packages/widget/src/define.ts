/**
 * Registers every element under its own name, where the page has not done so.
 *
 * @module
 */
import { registerElements } from './register-elements.ts';

registerElements();
