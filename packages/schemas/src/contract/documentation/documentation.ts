import type { OperationId } from '../table.ts';
import { administrationDocumentation } from './administration.ts';
import { deskDocumentation } from './desk.ts';
import { directoryDocumentation } from './directory.ts';
import type { AnyDocumentation } from './endpoint-documentation.ts';
import { followUpDocumentation } from './follow-up.ts';
import { forwardingDocumentation } from './forwarding.ts';
import { openDataDocumentation } from './open-data.ts';
import { operationDocumentation } from './operation.ts';
import { reportsDocumentation } from './reports.ts';
import { sandboxDocumentation } from './sandbox.ts';
import { siteDocumentation } from './site.ts';
import { statisticsDocumentation } from './statistics.ts';
import { uploadsDocumentation } from './uploads.ts';
import { webhooksDocumentation } from './webhooks.ts';

/** Every endpoint in words and examples. */
export const documentation: Readonly<Record<OperationId, AnyDocumentation>> = {
  ...siteDocumentation,
  ...directoryDocumentation,
  ...reportsDocumentation,
  ...followUpDocumentation,
  ...uploadsDocumentation,
  ...statisticsDocumentation,
  ...openDataDocumentation,
  ...deskDocumentation,
  ...webhooksDocumentation,
  ...forwardingDocumentation,
  ...administrationDocumentation,
  ...sandboxDocumentation,
  ...operationDocumentation,
};
