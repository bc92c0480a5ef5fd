/**
 * A gateway for the tests of programs that use the client: the contract, held in memory, over a network that fails when it
 * is told to.
 *
 * It is no part of a page: it brings the whole contract along.
 *
 * @module
 */
export { createFakeGateway, type FakeGateway, type HeldReport, type SeenCall } from './create-fake-gateway.ts';
export { type FakeAnswers, type FakeContext, type FakeGatewayOptions } from './fake-gateway-options.ts';
export { type Disturbance, type Fault } from './fault.ts';
export { type FactsAndNotes, FakeRefusal, type ProblemFacts, type RefusalNotes } from './fake-refusal.ts';
export { type FakeCaller } from './identify-caller.ts';
export { type Carried } from './carry-call.ts';
export { type Listening, type ListenOptions } from './listen.ts';
