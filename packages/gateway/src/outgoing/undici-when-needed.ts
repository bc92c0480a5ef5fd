import type { Agent, Dispatcher, FormData } from 'undici';

/** Connections to other systems, opened with the first request. */
export interface Outgoing {
  request(asked: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
  /** Ends all of them, and what is under way. */
  destroy(): Promise<void>;
}

/**
 * Makes connections to other systems. The library is loaded with the first request: most gateways make none, and it is a
 * sixth of what the program has to load.
 */
export const outgoing = (options: Agent.Options): Outgoing => {
  const open = async (): Promise<Agent> => new (await import('undici')).Agent(options);
  let agent: Promise<Agent> | undefined;
  return {
    request: async (asked) => (await (agent ??= open())).request(asked),
    destroy: async () => (await agent)?.destroy(),
  };
};

/** An empty form as these connections send it: that of another library, or of Node itself, is not taken. */
export const newForm = async (): Promise<FormData> => new (await import('undici')).FormData();
