import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type KnownStatusCode, statusCodes } from '../status.ts';
import type { LifecycleAction, LifecycleActionType } from './action.ts';
import { actionRules } from './action-rules.ts';
import type { RefusalReason } from './decision.ts';
import { type ActorName, actors, because, inStatus } from './history.test.support.ts';

/** What each letter of the table means. A dot is the plain "not in this status". */
const reasons: Record<string, RefusalReason> = {
  '.': 'status',
  n: 'notAnsweredYet',
  o: 'alreadyOwner',
  m: 'notMerged',
  c: 'closureNotAnnounced',
};

// Who (see `whoMay`), and what becomes of it in each status: `x` is allowed, every other letter is in `reasons`.
// An officer of the office that owns the report handles it; the reports are those of `inStatus`.
const table = `
                         by       unv ver dis inP fol rep com pos arc unk
verify                   admins    x   .   .   .   .   .   .   x   .   x
dispose                  admins    x   x   x   x   x   x   .   x   .   x
returnAsOutsideAuthority officers  x   x   x   x   .   x   .   x   .   x
postpone                 officers  x   x   x   x   .   x   .   x   .   x
archive                  admins    x   x   x   x   x   x   .   x   .   x
startFollowUp            officers  .   x   x   .   x   x   .   x   .   x
respond                  officers  .   x   x   x   x   x   .   x   .   x
complete                 officers  n   n   n   n   x   x   .   n   n   x
mergeInto                admins    x   x   x   x   x   x   .   x   .   x
undoMerge                adminsS   m   m   m   m   m   m   m   m   m   m
redact                   admins    x   x   x   x   x   x   x   x   x   x
correct                  admins    x   x   x   x   x   x   x   x   x   x
note                     officers  x   x   x   x   x   x   x   x   x   x
reply                    reporter  x   x   x   x   x   x   .   x   .   x
support                  everyone  x   x   x   x   x   x   x   x   .   x
confirm                  reporter  n   n   n   n   x   x   x   n   n   x
dispute                  reporter  .   .   .   .   x   .   x   .   x   .
withdraw                 reporter  x   x   x   x   x   x   .   x   .   x
remind                   system    x   x   x   x   x   x   .   x   .   x
escalate                 system    x   x   x   x   x   x   .   x   .   x
announceClosure          system    .   .   .   .   x   .   .   .   .   .
closeAutomatically       system    c   c   c   c   c   c   c   c   c   c
offerOmbudsman           system    x   x   x   x   x   x   .   x   .   x
absorb                   system    x   x   x   x   x   x   .   x   .   x
release                  system    x   x   x   x   x   x   x   x   x   x
queueDelivery            system    x   x   x   x   x   x   x   x   x   x
recordDelivery           systemU   x   x   x   x   x   x   x   x   x   x
recordDeliveryFailure    systemU   x   x   x   x   x   x   x   x   x   x
recordUpstreamStatus     upstream  x   x   x   x   x   x   x   x   x   x
`;

/** The roles behind the words of the table. */
const whoMay: Record<string, readonly ActorName[]> = {
  admins: ['nationalAdmin', 'admin', 'foreignAdmin'],
  adminsS: ['nationalAdmin', 'admin', 'foreignAdmin', 'system'],
  officers: ['nationalAdmin', 'admin', 'foreignAdmin', 'roads', 'hospital', 'foreign', 'coordinator'],
  reporter: ['reporter'],
  everyone: ['reporter', 'public'],
  system: ['system'],
  systemU: ['system', 'upstream'],
  upstream: ['upstream'],
};

const everybody = [
  'nationalAdmin',
  'admin',
  'foreignAdmin',
  'roads',
  'hospital',
  'foreign',
  'coordinator',
  'reporter',
  'public',
  'system',
  'upstream',
] as const satisfies ActorName[];

/** One of each action, with facts that nothing but the table has to say anything against. */
const actions: { readonly [Type in LifecycleActionType]: Extract<LifecycleAction, { type: Type }> } = {
  verify: { type: 'verify' },
  dispose: { type: 'dispose', to: 'rsud' },
  returnAsOutsideAuthority: { type: 'returnAsOutsideAuthority', reason: because.reason, to: 'rsud' },
  postpone: { type: 'postpone', ...because },
  archive: { type: 'archive', ...because },
  startFollowUp: { type: 'startFollowUp' },
  respond: { type: 'respond', message: 'Sudah kami perbaiki.' },
  complete: { type: 'complete' },
  mergeInto: { type: 'mergeInto', trackingId: '77' },
  undoMerge: { type: 'undoMerge' },
  redact: { type: 'redact', reason: because.reason, redactions: [{ what: 'attachment', attachmentId: 'a1' }] },
  correct: { type: 'correct', title: 'Lampu jalan mati' },
  note: { type: 'note', message: 'Sudah ditelepon.' },
  reply: { type: 'reply' },
  support: { type: 'support' },
  confirm: { type: 'confirm', rating: 4 },
  dispute: { type: 'dispute' },
  withdraw: { type: 'withdraw' },
  remind: { type: 'remind', deadlineKind: 'followUp', to: 'dinas-pu' },
  escalate: { type: 'escalate', deadlineKind: 'followUp', to: 'kabupaten', level: 1 },
  announceClosure: { type: 'announceClosure', closesOn: '2026-02-01' },
  closeAutomatically: { type: 'closeAutomatically' },
  offerOmbudsman: { type: 'offerOmbudsman' },
  absorb: { type: 'absorb', trackingId: '77' },
  release: { type: 'release', trackingId: '77' },
  queueDelivery: { type: 'queueDelivery', connector: 'sp4n' },
  recordDelivery: { type: 'recordDelivery', connector: 'sp4n', upstreamId: '9165816' },
  recordDeliveryFailure: { type: 'recordDeliveryFailure', connector: 'sp4n' },
  recordUpstreamStatus: { type: 'recordUpstreamStatus', connector: 'sp4n', code: 'inProgress', rawLabel: 'Diproses' },
};

const order = [
  'unverified',
  'verified',
  'disposed',
  'inProgress',
  'followedUp',
  'reporterReplied',
  'completed',
  'postponed',
  'archived',
  'unknown',
] as const satisfies KnownStatusCode[];
const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/) as [LifecycleActionType, string, ...string[]]);

/** Whose institution owns the reports of `inStatus` or stands above it. The owner is the regency at first, then its office for roads. */
const hasAuthority = (name: ActorName, ownerId: string): boolean => {
  if (actors[name].kind !== 'officer' || name === 'nationalAdmin' || name === 'admin' || name === 'coordinator')
    return true;
  return name === 'roads' && ownerId === 'dinas-pu';
};

test('the table names every action and every status once', () => {
  assert.deepEqual(rows.map(([type]) => type).toSorted(), Object.keys(actionRules).toSorted());
  assert.deepEqual([...order].toSorted(), [...statusCodes].toSorted());
  for (const row of rows) assert.equal(row.length, order.length + 2, row[0]);
});

for (const [type, who, ...cells] of rows) {
  test(`${type} is done by ${who.replace('S', ' and the system').replace('U', ' and the upstream')}, in the statuses of the table, and refused with its reason elsewhere`, () => {
    for (const [index, status] of order.entries()) {
      const history = inStatus[status]();
      assert.equal(history.state.status, status);
      for (const name of everybody) {
        const decision = history.decide(name, actions[type]);
        const found = decision.allowed ? 'allowed' : `${decision.code} ${decision.reason}`;
        const cell = cells[index]!;
        const expected = () => {
          if (!whoMay[who]!.includes(name)) return 'actionNotAllowed role';
          if (!hasAuthority(name, history.state.ownerId)) return 'actionNotAllowed authority';
          return cell === 'x' ? 'allowed' : `actionNotPossible ${reasons[cell]}`;
        };
        assert.equal(found, expected(), `${name} in ${status}`);
      }
    }
  });
}

test('an officer acts on what is owned below, and not on what is owned above or beside', () => {
  const atHospital = inStatus.verified().act('admin', { type: 'dispose', to: 'rsud' });
  const note = actions.note;
  for (const name of ['hospital', 'health', 'healthAdmin', 'admin', 'nationalAdmin', 'coordinator'] as const)
    assert.equal(atHospital.refusal(name, note), undefined, name);
  for (const name of ['roads', 'foreign', 'foreignAdmin'] as const)
    assert.equal(atHospital.refusal(name, note), 'authority', name);
  assert.equal(inStatus.verified().refusal('health', note), 'authority');
});

test('whoever has passed a report on has no more to say in it', () => {
  const passedOn = inStatus
    .disposed()
    .act('roads', { type: 'returnAsOutsideAuthority', reason: because.reason, to: 'rsud' });
  assert.equal(passedOn.refusal('roads', actions.respond), 'authority');
  assert.equal(passedOn.refusal('hospital', actions.respond), undefined);
});
