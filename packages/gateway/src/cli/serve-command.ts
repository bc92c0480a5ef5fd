import { type Command, readArguments, sharedHelp, sharedOptions } from './command.ts';
import { configurationFrom } from './configuration-from.ts';
import { stopSignals } from './told-to-stop.ts';

const help = `lapor-gateway serve: opens the gateway and lets it listen until it is told to stop.
It prints \`ready: URL\` to the standard output when it takes calls, and its log, one JSON object a line, to the standard error output.
SIGINT or SIGTERM lets it finish what is under way; a second one ends it at once.

  --port N                 port to listen on; 0 takes any that is free (PORT; 1708)
  --host ADDRESS           address to listen on (LAPOR_HOST; 127.0.0.1)
${sharedHelp}  --public-url URL         where it is reached from outside (LAPOR_PUBLIC_URL; http://localhost:PORT)
  --trusted-proxies N      proxies in front that tell the caller's address (LAPOR_TRUSTED_PROXIES; 0)
  --suppressed-below N     public figures below this are hidden (LAPOR_SUPPRESSED_BELOW; 5)
  --log-level LEVEL        silent, error, warn, info or debug (LAPOR_LOG_LEVEL; info)
  --demo                   fills an empty database with five example governments and their keys (LAPOR_DEMO)
  --sandbox                lets the clock be moved (LAPOR_SANDBOX)
`;

const options = {
  ...sharedOptions,
  port: { type: 'string' },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  'trusted-proxies': { type: 'string' },
  'suppressed-below': { type: 'string' },
  'log-level': { type: 'string' },
  demo: { type: 'boolean' },
  sandbox: { type: 'boolean' },
} as const;

/** `lapor-gateway serve` */
export const serveCommand: Command = {
  name: 'serve',
  help,
  async run(args) {
    const configuration = await configurationFrom(readArguments(args, options).values);
    // Before anything is opened: a database that is being made must not be left half made.
    const signals = stopSignals();
    // Only this command needs the whole program: help and refusals do not wait for it.
    const { serve } = await import('../serve.ts');
    const served = await serve(configuration);
    if (!signals.hasCome) process.stdout.write(`ready: ${served.url}\n`);
    await signals.first;
    await served.stop();
    return 0;
  },
};
