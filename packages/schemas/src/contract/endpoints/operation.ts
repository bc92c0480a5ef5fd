import * as z from 'zod/mini';
import { openSet } from '../../fields/open-set.ts';
import { endpoint } from '../endpoint.ts';

/** Whether the process lives. Asks nothing of the database. */
export const getHealth = endpoint({
  method: 'GET',
  path: '/healthz',
  tag: 'operation',
  callers: ['anyone'],
  repetition: 'safe',
  answers: { 200: { schema: z.object({ status: openSet(z.enum(['ok'])), version: z.string() }) } },
  problems: [],
});

/** Whether it can take reports: the database answers and is migrated. */
export const getReadiness = endpoint({
  method: 'GET',
  path: '/readyz',
  tag: 'operation',
  callers: ['anyone'],
  repetition: 'safe',
  answers: {
    200: { schema: z.object({ status: openSet(z.enum(['ready'])), checks: z.record(z.string(), z.string()) }) },
  },
  problems: ['unavailable'],
});

/** Figures for Prometheus, without anything about any report or person. */
export const getMetrics = endpoint({
  method: 'GET',
  path: '/metrics',
  tag: 'operation',
  callers: ['anyone'],
  repetition: 'safe',
  answers: { 200: { mediaType: 'text/plain; version=0.0.4' } },
  problems: [],
});

/** This contract as OpenAPI 3.1. */
export const getOpenApi = endpoint({
  method: 'GET',
  path: '/v1/openapi.json',
  tag: 'operation',
  callers: ['anyone'],
  repetition: 'safe',
  answers: { 200: { schema: z.looseObject({ openapi: z.string() }) } },
  problems: [],
});

/** This contract as a page for people. */
export const getReference = endpoint({
  method: 'GET',
  path: '/v1/reference',
  tag: 'operation',
  callers: ['anyone'],
  repetition: 'safe',
  answers: { 200: { mediaType: 'text/html; charset=utf-8' } },
  problems: [],
});
