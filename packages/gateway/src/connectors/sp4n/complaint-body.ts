import { findRegion } from '@lapor/schemas/regions';
import type { Parcel } from '../parcel.ts';
import type { Sp4nSettings } from '../../configuration/sp4n-settings.ts';

/** A report as V3 takes it, and what of it had no id there. */
export interface Complaint {
  readonly body: Readonly<Record<string, unknown>>;
  /** `category:lampu-jalan`, say: what an operator has to look up. */
  readonly unmapped: readonly string[];
}

/** The hashtag under which a report is found again. */
export const tagOf = ({ marker }: Pick<Parcel, 'marker'>): string => `#${marker}`;

/** The id of the nearest region that has one: the village's, else the district's, the regency's, the province's. */
const locationOf = (code: string, locations: Sp4nSettings['locations']): number | undefined => {
  for (let part = code; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    if (locations[part] !== undefined) return locations[part];
  }
  return undefined;
};

/** What the other system has no field for. Where it happened is part of what was reported; who reported never is. */
const placeLines = ({ regionCode, landmark, position }: Parcel): string[] => {
  const region = regionCode === undefined ? undefined : findRegion(regionCode)?.fullName;
  return [
    ...(landmark === undefined ? [] : [`Patokan lokasi: ${landmark}`]),
    ...(region === undefined ? [] : [`Wilayah: ${region}`]),
    ...(position === undefined ? [] : [`Koordinat: ${position.latitude}, ${position.longitude}`]),
  ];
};

const contentOf = (parcel: Parcel): string => {
  const lines = placeLines(parcel);
  return lines.length === 0 ? parcel.content : `${parcel.content}\n\n${lines.join('\n')}`;
};

/** Who reports, in fields of their own: a person with a contact, or the account of the institution. */
const reporterOf = ({ reporter, anonymous }: Parcel, { userId, sendReporter }: Sp4nSettings) => {
  const isKnown = sendReporter && !anonymous && reporter?.name !== undefined && (reporter.email ?? reporter.phone);
  if (!isKnown) return { is_new_user_slider: false, ...(userId !== undefined && { user_id: userId }) };
  return {
    is_new_user_slider: true,
    nameUser: reporter.name,
    ...(reporter.email !== undefined && { emailUser: reporter.email }),
    ...(reporter.phone !== undefined && { phoneUser: reporter.phone }),
  };
};

/** How the ids of files are written: a text with a dot at its end was seen, and `false` where there is none. */
export const writeAttachments = (ids: readonly number[], how: Sp4nSettings['attachments']): unknown => {
  if (ids.length === 0) return false;
  if (how === 'list') return ids;
  return how === 'text' ? JSON.stringify(ids) : `${JSON.stringify(ids)}.`;
};

/** A report in the shape of V3. */
export const complaintOf = (parcel: Parcel, settings: Sp4nSettings, fileIds: readonly number[]): Complaint => {
  const category = parcel.categoryId === undefined ? undefined : settings.categories[parcel.categoryId];
  const location = parcel.regionCode === undefined ? undefined : locationOf(parcel.regionCode, settings.locations);
  const institution = settings.institutions[parcel.owner.id];
  const unmapped = [
    ...(parcel.categoryId !== undefined && category === undefined ? [`category:${parcel.categoryId}`] : []),
    ...(parcel.regionCode !== undefined && location === undefined ? [`region:${parcel.regionCode}`] : []),
    ...(institution === undefined ? [`institution:${parcel.owner.id}`] : []),
  ];
  const body = {
    ...settings.extra,
    title: parcel.title,
    content: contentOf(parcel),
    channel: settings.channelId,
    ...reporterOf(parcel, settings),
    is_disposisi_slider: institution !== undefined,
    classification_id: settings.classifications[parcel.classification],
    // Whoever has no id there is left to the coordinator, who owns what nobody else does.
    disposition_id: institution ?? null,
    category_id: category ?? settings.otherCategoryId,
    location_id: location ?? settings.otherLocationId,
    date_of_incident: parcel.incidentDate ?? parcel.receivedOn,
    tags_raw: [tagOf(parcel), ...settings.tags].join(' '),
    is_anonymous: parcel.anonymous,
    is_secret: parcel.confidential,
    attachments: writeAttachments(fileIds, settings.attachments),
  };
  return { body, unmapped };
};
