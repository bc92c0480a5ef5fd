import { addInstitution } from '../administration/add-institution.ts';
import { DirectoryFile, NewInstitution } from '../directory/directory-file.ts';
import { importDirectory } from '../administration/import-directory.ts';
import { readArguments, sharedHelp, sharedOptions } from './command.ts';
import { commandGroup, type InnerCommand } from './command-group.ts';
import { readOptions } from './option-names.ts';
import { readJsonFile } from './read-json-file.ts';
import { UsageError } from './usage-error.ts';
import { withGateway } from './with-gateway.ts';
import { writeJson, writeTable } from './write-table.ts';

const addOptions = {
  ...sharedOptions,
  name: { type: 'string' },
  'short-name': { type: 'string' },
  kind: { type: 'string' },
  parent: { type: 'string' },
  region: { type: 'string' },
  coordinator: { type: 'boolean' },
  responsibility: { type: 'string', multiple: true },
} as const;

const add: InnerCommand = {
  name: 'add',
  summary: 'adds an institution',
  help: `lapor-gateway institutions add ID: adds an institution to which reports can go.

  --name NAME              its full name
  --short-name NAME        what people call it
  --kind KIND              national, province, regency, office (OPD) or enterprise (BUMD)
  --parent ID              the government that it belongs to; a government itself has none
  --region CODE            Kemendagri code of the region for which it has authority
  --coordinator            owns, within its government, what nobody else owns: the government itself
  --responsibility WORDS   what it is responsible for; repeat it for several
${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [id],
    } = readArguments(args, addOptions, ['ID']);
    const {
      name,
      'short-name': shortName,
      kind,
      parent: parentId,
      region: regionCode,
      coordinator: isCoordinator = false,
      responsibility: responsibilities,
    } = values;
    const asked = readOptions(NewInstitution, {
      id,
      name,
      shortName,
      kind,
      parentId,
      regionCode,
      isCoordinator,
      responsibilities,
    });
    return withGateway(values, async (engine, errand) => {
      await addInstitution(engine, asked, errand);
      process.stdout.write(`${asked.id}\n`);
      return 0;
    });
  },
};

const list: InnerCommand = {
  name: 'list',
  summary: 'lists the institutions',
  help: `lapor-gateway institutions list: lists the institutions.\n\n  --json                   everything about each, in the form that \`import\` takes\n${sharedHelp}`,
  async run(args) {
    const { values } = readArguments(args, { ...sharedOptions, json: { type: 'boolean' } });
    return withGateway(values, async (engine) => {
      const { institutions: known, categories } = await engine.directory.get();
      const institutions = [...known.values()].map(({ path: _, ...institution }) => institution);
      if (values.json) process.stdout.write(writeJson({ institutions, categories: [...categories.values()] }));
      else {
        const rows = institutions.map(({ id, kind, parentId, regionCode, isCoordinator, name }) => [
          id,
          kind,
          parentId ?? '',
          regionCode ?? '',
          isCoordinator ? 'yes' : '',
          name,
        ]);
        process.stdout.write(writeTable(['ID', 'KIND', 'PARENT', 'REGION', 'COORDINATOR', 'NAME'], rows));
      }
      return 0;
    });
  },
};

const importFile: InnerCommand = {
  name: 'import',
  summary: 'takes over a whole directory from a file',
  help: `lapor-gateway institutions import FILE: adds the institutions and categories of a JSON file, and changes those that are there.
All of it is taken, or nothing. Nothing is removed: reports name institutions for as long as they are kept.

  FILE                     { "institutions": [ … ], "categories": [ … ] }, each as the contract's \`Institution\` and \`Category\`,
                           in any order; - reads the standard input
${sharedHelp}`,
  async run(args) {
    const {
      values,
      positionals: [path],
    } = readArguments(args, sharedOptions, ['FILE']);
    const content = await readJsonFile(path ?? '');
    if (typeof content !== 'object' || content === null)
      throw new UsageError(`\`${path}\` must hold an object with \`institutions\`, \`categories\`, or both.`);
    const file = readOptions(DirectoryFile, content);
    return withGateway(values, async (engine, errand) => {
      const { institutions, categories } = await importDirectory(engine, file, errand);
      process.stdout.write(
        `Institutions: ${institutions.added} added, ${institutions.changed} changed. Categories: ${categories.added} added, ${categories.changed} changed.\n`,
      );
      return 0;
    });
  },
};

/** `lapor-gateway institutions` */
export const institutionsCommand = commandGroup({
  name: 'institutions',
  introduction:
    'lapor-gateway institutions: the bodies of government to which reports can go. The first one has to be there before the first site.',
  commands: [add, list, importFile],
});
