/** A call, as far as it may be told to whoever watches the gateway: nothing of its address, its headers or its body. */
export interface TracedCall {
  readonly requestId: string;
  readonly method: string;
}

/** What is known of it when it is answered. */
export interface TracedAnswer {
  readonly status: number;
  /** The route with its parameters' names; absent when the call meant no endpoint. */
  readonly route?: string;
  readonly operation?: string;
}

/** Watches calls: runs each, and learns how it was answered. */
export type CallTracer = (call: TracedCall, run: () => Promise<TracedAnswer>) => Promise<TracedAnswer>;

let tracer: CallTracer | undefined;

/** Lets calls be watched from now on, by all gateways of this process. */
export const setCallTracer = (next: CallTracer): void => {
  tracer = next;
};

/** Runs a call before the eyes of whoever watches. Where nobody does it costs nothing. */
export const traceCall: CallTracer = (call, run) => (tracer === undefined ? run() : tracer(call, run));
