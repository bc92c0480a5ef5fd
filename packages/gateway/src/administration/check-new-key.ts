import type { FieldError, NewAccessKey } from '@lapor/schemas';
import { type Errand, isWithinRank, reaches, refuseRole } from '../directory/errand.ts';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import { fieldFault, refuseFaults } from '../refusal/field-fault.ts';
import { Refusal } from '../refusal/refusal.ts';

type NewSecretKey = Extract<NewAccessKey, { kind: 'secret' }>;

/** A national admin acts on every report there is: such a key belongs to the national institution and to no other. */
const roleFaults = ({ role, institutionId }: NewSecretKey, directory: Directory, { language }: Errand): FieldError[] =>
  role === 'nationalAdmin' && institutionId !== directory.nationalId
    ? [fieldFault(language, { pointer: '/role', code: 'notAllowed', facts: {} })]
    : [];

const expiryFaults = ({ expiresAt }: NewSecretKey, { now, language }: Errand): FieldError[] =>
  expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(now)
    ? [fieldFault(language, { pointer: '/expiresAt', code: 'tooOld', facts: {} })]
    : [];

const checkSecretKey = (asked: NewSecretKey, errand: Errand, directory: Directory): void => {
  const isKnown = directory.institutions.has(asked.institutionId);
  if (isKnown && !reaches(errand.authority, asked.institutionId, directory)) throw new Refusal('scopeInsufficient');
  if (!isWithinRank(asked.role, errand.authority)) throw refuseRole(errand.language);
  refuseFaults([
    ...(isKnown
      ? roleFaults(asked, directory, errand)
      : [fieldFault(errand.language, { pointer: '/institutionId', code: 'unknownReference', facts: {} })]),
    ...expiryFaults(asked, errand),
  ]);
};

/**
 * Checks that a key may be made: for an institution or site within reach, with no more rights than one's own.
 *
 * @throws Refusal `scopeInsufficient`, `actionNotAllowed` or `validationFailed`.
 */
export const checkNewKey = async (engine: Engine, asked: NewAccessKey, errand: Errand): Promise<void> => {
  const directory = await engine.directory.get();
  if (asked.kind === 'secret') return checkSecretKey(asked, errand, directory);
  const site = (await engine.sites.get()).get(asked.siteId);
  // Whether somebody else has a site of that id is nobody's business.
  const isOwn = site !== undefined && reaches(errand.authority, site.institutionId, directory);
  refuseFaults(isOwn ? [] : [fieldFault(errand.language, { pointer: '/siteId', code: 'unknownReference', facts: {} })]);
};
