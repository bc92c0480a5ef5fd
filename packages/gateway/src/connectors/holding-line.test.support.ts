import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bringCall, readCall, type Stage, stageOf } from './faulty-line.test.support.ts';

/** A line to a real server on which one call at a time can be held: before it is done there, or after. */
export const startHoldingLine = async (target: string) => {
  let held: { readonly stage: Stage; readonly isDone: boolean } | undefined;
  let isHanging = false;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readCall(request);
    const isHere = stageOf(request.method ?? '', request.url ?? '') === held?.stage;
    if (isHere && held?.isDone === false) return void (isHanging = true);
    const answer = await bringCall(target, request, body);
    const text = Buffer.from(await answer.arrayBuffer());
    if (isHere) return void (isHanging = true);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Holds the next call of a stage. */
    hold(stage: Stage, isDone: boolean) {
      held = { stage, isDone };
      isHanging = false;
    },
    isHeld: () => isHanging,
    /** Lets everything pass from now on. */
    let() {
      held = undefined;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
