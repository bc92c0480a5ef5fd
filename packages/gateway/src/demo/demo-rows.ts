import { createHash, randomBytes } from 'node:crypto';
import type { Instant, TimeZone } from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';
import { clockMomentOf } from '../clock-plan/clock-moment.ts';
import type { ClockPolicy } from '../clock-plan/clock-policy.ts';
import { eventHash, textDigest } from '../events/hash-chain.ts';
import { projectionOf } from '../events/projection.ts';
import { hashKey, shownPrefix } from '../keys/hash-key.ts';
import { hashTokenSecret, writeToken } from '../keys/report-token.ts';
import { toSiteRecord } from '../sites/load-sites.ts';
import { clockOf } from '../sites/site-clock.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { demoCategories } from './categories.ts';
import { demoKeys } from './demo-keys.ts';
import { demoPathOf, type ToldReport } from './demo-stories.ts';
import { demoGovernments, demoInstitutions } from './governments/all.ts';
import { demoReplyTemplates } from './reply-templates.ts';
import { seeded } from './seeded.ts';

/** Bytes on their way through JSON. */
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// Each of these gives the rows of one table, by the names of its columns; a value that is missing becomes null.

export const institutionRows = () =>
  demoInstitutions.map((each) => ({
    id: each.id,
    name: each.name,
    short_name: each.shortName,
    kind: each.kind,
    parent_id: each.parentId,
    region_code: each.regionCode,
    is_coordinator: each.isCoordinator,
    responsibilities: each.responsibilities ?? [],
    path: demoPathOf(each.id),
  }));

export const categoryRows = () =>
  demoCategories.map((each, position) => ({
    id: each.id,
    name: each.name,
    parent_id: each.parentId,
    institution_id: each.institutionId,
    selectable: each.selectable,
    questions: each.questions,
    position,
  }));

export const siteRows = () =>
  demoGovernments.map(({ site: { id, institutionId, regionCode, origins, settings } }) => ({
    id,
    institution_id: institutionId,
    region_code: regionCode,
    origins: [...origins],
    settings,
  }));

export const keyRows = () =>
  demoKeys.map((each) => ({
    id: each.id,
    kind: each.kind,
    hash: hex(hashKey(each.key)),
    prefix: shownPrefix(each.key),
    name: each.name,
    ...(each.kind === 'publishable'
      ? { site_id: each.siteId }
      : { institution_id: each.institutionId, role: each.role }),
  }));

export const replyTemplateRows = () =>
  demoReplyTemplates.map(({ institutionId, ...each }) => ({ ...each, institution_id: institutionId }));

/** The sites as the engine would load them, by the names of their governments. */
const sites = (now: Instant) =>
  new Map<string, SiteRecord>(siteRows().map((row) => [row.id, toSiteRecord({ ...row, created_at: new Date(now) })]));

/** Most people write within days. Who proposes or asks speaks of no day at all. */
const incidentDate = ({ report, story }: ToldReport, timeZone: TimeZone): string | undefined => {
  if (report.classification !== 'complaint') return undefined;
  const daysBefore = Math.floor(seeded(`${report.key} incident`) ** 2 * 6);
  return calendarDateIn(new Date(Date.parse(story.state.receivedAt) - daysBefore * 86_400_000).toISOString(), timeZone);
};

/** The token by which a demo report is followed: public knowledge, like the demo's keys. */
export const demoTokenOf = (trackingId: string, key: string): string => writeToken(trackingId, `demo_${key}`);

/** The reports with the columns that follow from their states. `state` itself is kept as the fold leaves it. */
export const reportRows = (told: readonly ToldReport[], now: Instant, policy: ClockPolicy) => {
  const siteOf = sites(now);
  return told.map((each) => {
    const {
      report,
      story: { state },
      trackingId,
    } = each;
    const site = siteOf.get(report.government);
    const clock = clockOf(site, report.regionCode);
    const projection = projectionOf(state, clock);
    return {
      tracking_id: trackingId,
      site_id: report.government,
      token_hash: hex(hashTokenSecret(`demo_${report.key}`)),
      classification: report.classification,
      title: report.title,
      content: report.content,
      category_id: report.categoryId,
      answers: report.answers,
      region_code: report.regionCode,
      landmark: report.landmark,
      latitude: report.latitude,
      longitude: report.longitude,
      incident_date: incidentDate(each, clock.timeZone),
      channel: report.channel,
      language: 'id',
      notice_version: site?.settings.privacyNotice?.version,
      sequence: projection.sequence,
      status: projection.status,
      owner_id: projection.ownerId,
      coordinator_id: state.coordinatorId,
      anonymous: report.anonymous,
      confidential: report.confidential,
      support_count: projection.supportCount,
      escalation_level: projection.escalationLevel,
      received_at: state.receivedAt,
      updated_at: projection.updatedAt,
      closed_at: projection.closedAt,
      next_due_at: projection.nextDueAt,
      next_due_kind: projection.nextDueKind,
      clock_at: clockMomentOf(state, clock, policy),
      state,
    };
  });
};

/** The texts with fresh salts, and the events with the chain of hashes over both. */
export const historyRows = (told: readonly ToldReport[]) => {
  const events: object[] = [];
  const texts: object[] = [];
  const supporters: object[] = [];
  for (const { report, trackingId, story } of told) {
    const digests = new Map<string, Uint8Array>();
    for (const { id, text } of story.texts) {
      const salt = randomBytes(16);
      digests.set(id, textDigest(text, salt));
      texts.push({ tracking_id: trackingId, id, text, salt: hex(salt) });
    }
    let previous: Uint8Array | undefined;
    for (const event of story.events) {
      const digest = event.textId === undefined ? undefined : digests.get(event.textId);
      previous = eventHash(previous, event, digest);
      events.push({
        tracking_id: trackingId,
        sequence: event.sequence,
        event,
        hash: hex(previous),
        text_digest: digest && hex(digest),
      });
      if (event.type === 'supported')
        supporters.push({
          tracking_id: trackingId,
          supporter_hash: hex(createHash('sha256').update(`${report.key} ${event.sequence}`).digest()),
        });
    }
  }
  return { events, texts, supporters };
};
