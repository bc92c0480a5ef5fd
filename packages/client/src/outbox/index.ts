/**
 * Reports that wait on the device until the gateway can be reached. Being built: so far the type of what a delivered report gives.
 *
 * @module
 */
export type { Receipt } from '@lapor/schemas';
