import type { FieldError, Language } from '@lapor/schemas';
import { fieldFault } from '../refusal/field-fault.ts';
import type { Directory } from './directory.ts';
import { regionOf } from './find-regions.ts';
import type { DirectoryFile } from './directory-file.ts';
import { type Child, parentsFirst } from './parents-first.ts';

type Fault = 'unknownReference' | 'duplicate' | 'notAllowed';

/** Ids that stand twice, parents that are nowhere, and things that stand below themselves. */
const treeFaults = (list: string, things: readonly Child[], known: ReadonlyMap<string, Child>): [string, Fault][] => {
  const ids = things.map(({ id }) => id);
  const among = new Set(ids);
  const others = [...known.values()].filter(({ id }) => !among.has(id));
  const reached = new Set(parentsFirst([...others, ...things]).map(({ id }) => id));
  return things.flatMap(({ id, parentId }, index): [string, Fault][] => [
    ...(ids.indexOf(id) < index ? [[`/${list}/${index}/id`, 'duplicate'] as [string, Fault]] : []),
    ...(parentId !== undefined && !among.has(parentId) && !known.has(parentId)
      ? [[`/${list}/${index}/parentId`, 'unknownReference'] as [string, Fault]]
      : []),
    ...(reached.has(id) ? [] : [[`/${list}/${index}/parentId`, 'notAllowed'] as [string, Fault]]),
  ]);
};

const movedFaults = ({ institutions }: DirectoryFile, known: Directory['institutions']): [string, Fault][] =>
  institutions.flatMap(({ id, parentId }, index): [string, Fault][] => {
    const before = known.get(id);
    return before === undefined || before.parentId === parentId
      ? []
      : [[`/institutions/${index}/parentId`, 'notAllowed']];
  });

const regionFaults = async ({ institutions }: DirectoryFile): Promise<[string, Fault][]> => {
  const faults: [string, Fault][] = [];
  for (const [index, { regionCode }] of institutions.entries()) {
    if (regionCode !== undefined && (await regionOf(regionCode)) === undefined)
      faults.push([`/institutions/${index}/regionCode`, 'unknownReference']);
  }
  return faults;
};

const ownerFaults = (
  { institutions, categories }: DirectoryFile,
  known: Directory['institutions'],
): [string, Fault][] => {
  const given = new Set(institutions.map(({ id }) => id));
  return categories.flatMap(({ institutionId }, index): [string, Fault][] =>
    institutionId === undefined || given.has(institutionId) || known.has(institutionId)
      ? []
      : [[`/categories/${index}/institutionId`, 'unknownReference']],
  );
};

/** What does not fit together in a directory file, or with the directory that is there. */
export const directoryFileFaults = async (
  file: DirectoryFile,
  known: Pick<Directory, 'institutions' | 'categories'>,
  language: Language,
): Promise<FieldError[]> => {
  const faults = [
    ...treeFaults('institutions', file.institutions, known.institutions),
    ...movedFaults(file, known.institutions),
    ...(await regionFaults(file)),
    ...treeFaults('categories', file.categories, known.categories),
    ...ownerFaults(file, known.institutions),
  ];
  return faults.map(([pointer, code]) => fieldFault(language, { pointer, code, facts: {} }));
};
