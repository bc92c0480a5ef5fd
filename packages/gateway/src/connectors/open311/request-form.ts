import { Blob } from 'node:buffer';
import type { FormData } from 'undici';
import type { Open311Settings } from '../../configuration/open311-settings.ts';
import { newForm } from '../../outgoing/undici-when-needed.ts';
import type { Parcel, ParcelFile } from '../parcel.ts';

/** UTF-16 units of a description: what the specification allows, and servers cut. */
const longestDescription = 4_000;

const letters: Readonly<Record<string, string>> = { 2: 'a', 3: 'e', 4: 'i', 5: 'o', 6: 'u', 7: 'y', 8: 'l', 9: 'A' };

/**
 * What stands below a report there, so that it is found again. Letters alone beside the number: a server that masks personal
 * data takes what has digits among letters for the plate of a car, one time in fifty.
 */
export const tailOf = ({ trackingId, marker }: Pick<Parcel, 'trackingId' | 'marker'>): string =>
  `Ref. ${trackingId}-${marker.replace(/\d/g, (digit) => letters[digit] ?? 'E')}`;

/** The words of a report with its tail, which is never cut. */
export const descriptionOf = (parcel: Parcel): string => {
  const tail = `\n\n${tailOf(parcel)}`;
  const room = longestDescription - tail.length;
  const words = `${parcel.title}\n\n${parcel.content}`;
  return `${words.length <= room ? words : `${words.slice(0, room - 1).toWellFormed()}…`}${tail}`;
};

/** The service for a report, and whether it has one of its own. */
export const serviceOf = (
  { categoryId }: Pick<Parcel, 'categoryId'>,
  { services, defaultService }: Open311Settings,
): { readonly code: string; readonly isOwn: boolean } => {
  const code = categoryId === undefined ? undefined : services[categoryId];
  return { code: code ?? defaultService, isOwn: code !== undefined };
};

const answersOf = ({ answers = {} }: Parcel, { attributes }: Open311Settings): [string, string][] =>
  Object.entries(answers).flatMap(([id, answer]): [string, string][] => {
    const code = attributes[id] ?? id;
    if (Array.isArray(answer)) return answer.map((value) => [`attribute[${code}][]`, value]);
    return [[`attribute[${code}]`, String(answer)]];
  });

const reporterOf = (
  { reporter, anonymous }: Parcel,
  { sendReporter }: Open311Settings,
): [string, string | undefined][] => {
  if (anonymous || !sendReporter || reporter === undefined) return [['public_anonymity_required', 'TRUE']];
  // Many have one name: the first word stands alone where there is no other.
  const [first, ...others] = (reporter.name ?? '').split(/\s+/);
  return [
    ['first_name', first],
    ['last_name', others.join(' ')],
    ['email', reporter.email],
    ['phone', reporter.phone],
  ];
};

const isPhoto = ({ mediaType }: ParcelFile): boolean => mediaType.startsWith('image/');

const linksOf = (files: readonly ParcelFile[], { photos }: Open311Settings): [string, string | undefined][] =>
  photos === 'links' ? files.filter(isPhoto).map((file) => ['media_url', file.link?.()]) : [];

/** Fields as a form; with its files where they are to come along. */
export const formOf = async (
  fields: readonly (readonly [string, string | undefined])[],
  files: readonly ParcelFile[],
  settings: Open311Settings,
): Promise<URLSearchParams | FormData> => {
  const given = [...fields, ...linksOf(files, settings)].filter((field): field is [string, string] =>
    Boolean(field[1]),
  );
  const sent = settings.photos === 'files' ? files : [];
  if (sent.length === 0) return new URLSearchParams(given);
  const form = await newForm();
  for (const [name, value] of given) form.append(name, value);
  for (const [index, file] of sent.entries())
    form.append(`photo${index + 1}`, new Blob([await file.read()], { type: file.mediaType }), file.name);
  return form;
};

/** A report as a service request. */
export const requestForm = (parcel: Parcel, service: string, settings: Open311Settings) =>
  formOf(
    [
      ['service_code', service],
      ['lat', parcel.position && String(parcel.position.latitude)],
      ['long', parcel.position && String(parcel.position.longitude)],
      ['address_string', parcel.landmark],
      ['description', descriptionOf(parcel)],
      ...reporterOf(parcel, settings),
      ['attribute[title]', parcel.title],
      ['attribute[classification]', parcel.classification],
      ['attribute[date]', parcel.incidentDate],
      ['attribute[region_code]', parcel.regionCode],
      ['attribute[external_id]', parcel.marker],
      ...answersOf(parcel, settings),
    ],
    parcel.files,
    settings,
  );
