import * as say from '../sentences/en/later-steps.ts';
import type { FormHost } from '../controllers/form-host.ts';
import type { LaterSteps } from './later-steps.ts';
import { WayThroughForm } from './way-through-form.ts';

/** What comes after the first step, in English. */
export const createLaterSteps = (host: FormHost): LaterSteps => new WayThroughForm(host, host.reword('later', say));
