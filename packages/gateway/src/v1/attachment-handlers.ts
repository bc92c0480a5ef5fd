import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { downloadHandlers } from './download-handlers.ts';
import { uploadHandlers } from './upload-handlers.ts';

/** Files on their way to a report, and back from it. */
export const attachmentHandlers = (engine: Engine): Handlers => ({
  ...uploadHandlers(engine),
  ...downloadHandlers(engine),
});
