import { gatewayOptionsOf } from '../gateway-options.ts';
import { connect } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { type Command, readArguments, sharedHelp, sharedOptions } from './command.ts';
import { configurationFrom } from './configuration-from.ts';

/** `lapor-gateway migrate` */
export const migrateCommand: Command = {
  name: 'migrate',
  help: `lapor-gateway migrate: brings the database to this version's tables. Every other command does so too; this is for doing it before.

${sharedHelp}`,
  async run(args) {
    const configuration = await configurationFrom(readArguments(args, sharedOptions).values);
    const database = await connect(gatewayOptionsOf(configuration).database);
    try {
      const done = await migrate(database);
      process.stdout.write(done.length === 0 ? 'The database is up to date.\n' : `Migrated: ${done.join(', ')}\n`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
