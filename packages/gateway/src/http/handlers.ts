import type { endpoints, Handler, OperationId } from '@lapor/schemas/contract';
import type { RequestContext } from './request-context.ts';

/** The function that answers one operation of the contract. */
export type HandlerOf<Operation extends OperationId> = Handler<(typeof endpoints)[Operation], RequestContext>;

/** One function for each operation that this gateway answers; each feature brings its own. */
export type Handlers = { readonly [Operation in OperationId]?: HandlerOf<Operation> };
