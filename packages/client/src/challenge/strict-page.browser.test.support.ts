// Runs on a page whose policy allows no worker, and tells the page around it what came out.
import { solveChallenge } from './solve-challenge.ts';

addEventListener('message', ({ data }) => {
  const createWorker = () => new Worker(new URL('challenge-worker.ts', import.meta.url), { type: 'module' });
  solveChallenge(data, { createWorker }).then(
    (solution) => parent.postMessage({ solution }, '*'),
    (error: unknown) => parent.postMessage({ error: String(error) }, '*'),
  );
});
parent.postMessage({ ready: true }, '*');
