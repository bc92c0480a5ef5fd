/**
 * Registers `<lapor-button>`, where the page has not done so. What opens behind it is loaded when somebody is about to use it.
 *
 * @module
 */
import { LaporButton } from './elements/lapor-button.ts';

LaporButton.define();
