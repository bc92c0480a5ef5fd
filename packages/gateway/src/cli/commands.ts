import type { Command } from './command.ts';

/** A command as the overview tells it. */
export interface ListedCommand {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** The rest of it, loaded when it is asked for: nobody who wants help waits for what a server needs. */
  load(): Promise<Command>;
}

/** Every command, in the order of the overview. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'serve',
    summary: 'opens the gateway and lets it listen',
    load: async () => (await import('./serve-command.ts')).serveCommand,
  },
  {
    name: 'migrate',
    summary: 'brings the database to this version',
    load: async () => (await import('./migrate-command.ts')).migrateCommand,
  },
  {
    name: 'institutions',
    summary: 'adds, lists and imports institutions',
    load: async () => (await import('./institutions-command.ts')).institutionsCommand,
  },
  {
    name: 'sites',
    summary: 'adds, lists, shows and changes sites and their origins',
    load: async () => (await import('./sites-command.ts')).sitesCommand,
  },
  {
    name: 'keys',
    summary: 'makes, lists and revokes access keys',
    load: async () => (await import('./keys-command.ts')).keysCommand,
  },
  {
    name: 'snippet',
    summary: 'prints the form for a page of the region’s own',
    load: async () => (await import('./snippet-command.ts')).snippetCommand,
  },
  {
    name: 'person',
    summary: 'finds and forgets who reported, when they ask for it',
    load: async () => (await import('./person-command.ts')).personCommand,
  },
  {
    name: 'forwarding',
    summary: 'shows what could not be brought to another system, and tries it again',
    load: async () => (await import('./forwarding-command.ts')).forwardingCommand,
  },
  {
    name: 'verify',
    summary: 'checks every report’s chain of events and what is stored beside it',
    load: async () => (await import('./verify-command.ts')).verifyCommand,
  },
  {
    name: 'restored',
    summary: 'after a restore: gives no number twice, and checks everything',
    load: async () => (await import('./restored-command.ts')).restoredCommand,
  },
  {
    name: 'conformance',
    summary: 'checks whether a server keeps the rules',
    load: async () => (await import('./conformance-command.ts')).conformanceCommand,
  },
];
