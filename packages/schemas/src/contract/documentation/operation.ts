import { contractVersion } from '../version.ts';
import type { DocumentationOf } from './endpoint-documentation.ts';

/** The endpoints for those who run a gateway, in words. */
export const operationDocumentation: DocumentationOf<'operation'> = {
  getHealth: {
    summary: 'Ask whether the process lives',
    description:
      'For the process manager. It asks nothing of the database: a gateway whose database is away is alive, but not ready.',
    answerExamples: { 200: { status: 'ok', version: contractVersion } },
  },
  getReadiness: {
    summary: 'Ask whether it can take reports',
    description: 'For the load balancer: the database answers and is migrated. Otherwise 503.',
    answerExamples: { 200: { status: 'ready', checks: { database: 'ok', migrations: 'ok' } } },
  },
  getMetrics: {
    summary: 'Read figures for Prometheus',
    description:
      'Prometheus text format: calls, durations, queues. Nothing about any report or person, but still not meant for the public: let the proxy guard it.',
  },
  getOpenApi: {
    summary: 'Read this contract as OpenAPI',
    description: 'This document, with the address of the gateway that serves it.',
    answerExamples: { 200: { openapi: '3.1.0' } },
  },
  getReference: {
    summary: 'Read this contract as a page',
    description: 'The same for people, as HTML.',
  },
};
