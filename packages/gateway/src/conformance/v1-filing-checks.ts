import type { PublishedReport, Receipt } from '@lapor/schemas';
import type { Check } from './check.ts';
import type { ConformanceContext } from './conformance-context.ts';
import { callOperation, expectProblem, expectSuccess } from './contract-answer.ts';
import { expectThat } from './deviation.ts';

/** Invented by a machine, and says so. */
const draft = (context: ConformanceContext, change: object = {}) => ({
  classification: 'complaint',
  title: 'Uji kesesuaian: lampu jalan padam',
  content: `Laporan ini dibuat oleh uji kesesuaian dan boleh dihapus. ${context.newName()}`,
  ...change,
});

/** A name that nobody bears, by which a leak is known. */
const plantedName = 'Datuak Uji Kasasuaian';
const plantedMail = 'uji-kesesuaian@contoh.invalid';

interface Filed {
  readonly attempt: string;
  readonly body: object;
  readonly receipt: Receipt;
}

/** Files an invented report. @throws Deviation */
export const file = async (context: ConformanceContext, change: object = {}): Promise<Filed> => {
  const [attempt, body] = [context.newName(), draft(context, change)];
  const answer = await callOperation(context, 'submitReport', {
    key: context.target.siteKey,
    headers: { 'idempotency-key': attempt },
    body,
  });
  return { attempt, body, receipt: expectSuccess('submitReport', answer, 201) as Receipt };
};

/** One open report with a name to it, filed anonymously, for all checks that only look. */
const openReport = (context: ConformanceContext): Promise<Filed> =>
  context.remember('v1 report', () =>
    file(context, { anonymous: true, reporter: { name: plantedName, email: plantedMail } }),
  );

const confidentialReport = (context: ConformanceContext): Promise<Filed> =>
  context.remember('v1 confidential report', () => file(context, { confidential: true }));

const source = 'the contract of v1 (`/v1/openapi.json`)';
const needs = ['siteKey', 'filing'] as const;

const resend = (context: ConformanceContext, { attempt }: Filed, body: object) =>
  callOperation(context, 'submitReport', {
    key: context.target.siteKey,
    headers: { 'idempotency-key': attempt },
    body,
  });

const readWith = (context: ConformanceContext, trackingId: string, key: string | undefined) =>
  callOperation(context, 'getReport', { key, parameters: { trackingId } });

/** What becomes of a report that is filed. */
export const v1FilingChecks: readonly Check[] = [
  {
    id: 'v1.report.receipt',
    title: 'A report gets a receipt with its number, its token, who has it and until when',
    source: `${source}, submitReport`,
    needs,
    async run(context) {
      const { receipt } = await openReport(context);
      expectThat(/^\d{1,10}$/.test(receipt.trackingId), 'a number of digits only', receipt.trackingId);
      expectThat(receipt.token.startsWith('rt_'), 'a token that begins with `rt_`', receipt.token.slice(0, 3));
      expectThat(receipt.owner.id !== '', 'an institution that has it', receipt.owner);
      expectThat(receipt.deadlines.length > 0, 'at least one deadline', receipt.deadlines);
    },
  },
  {
    id: 'v1.report.replay',
    title: 'The same attempt, sent again, is answered with the first receipt and files nothing',
    source: `${source}, submitReport: \`Idempotency-Key\``,
    needs,
    async run(context) {
      const first = await openReport(context);
      const answer = await resend(context, first, first.body);
      const { trackingId } = expectSuccess('submitReport', answer, 201) as Receipt;
      expectThat(trackingId === first.receipt.trackingId, `the number ${first.receipt.trackingId} again`, trackingId);
      const replayed = answer.headers.get('idempotency-replayed');
      expectThat(replayed === 'true', '`Idempotency-Replayed: true`', replayed);
    },
  },
  {
    id: 'v1.report.reuse',
    title: 'The name of an attempt does not stand for another report',
    source: `${source}, submitReport: \`Idempotency-Key\``,
    needs,
    async run(context) {
      const first = await openReport(context);
      expectProblem(await resend(context, first, draft(context)), 'idempotencyKeyReused');
    },
  },
  {
    id: 'v1.report.no-wrong-door',
    title: 'A report for an institution that is not there is taken all the same, and somebody has it',
    source: 'no wrong door policy (PermenPANRB 5/2025 and before)',
    needs,
    async run(context) {
      const { receipt } = await file(context, { targetInstitutionId: 'instansi-yang-tidak-ada' });
      expectThat(receipt.owner.id !== 'instansi-yang-tidak-ada', 'an owner that exists', receipt.owner);
    },
  },
  {
    id: 'v1.report.public',
    title: 'Everybody can read an open report, in the shape of the contract',
    source: `${source}, getReport`,
    needs,
    async run(context) {
      const { receipt } = await openReport(context);
      const answer = await readWith(context, receipt.trackingId, context.target.siteKey);
      const report = expectSuccess('getReport', answer, 200) as PublishedReport;
      expectThat(report.timeline.length > 0, 'a timeline that begins with its reception', report.timeline);
    },
  },
  {
    id: 'v1.report.identity',
    title: 'Who reported is in no public answer',
    source: 'UU 27/2022; the contract of v1, privacy',
    needs,
    async run(context) {
      const { receipt } = await openReport(context);
      for (const answer of [
        await readWith(context, receipt.trackingId, context.target.siteKey),
        await callOperation(context, 'listReports', { key: context.target.siteKey, query: { limit: '20' } }),
      ]) {
        expectThat(
          !answer.text.includes(plantedName) && !answer.text.includes(plantedMail),
          'neither the name nor the address of whoever reported',
          'one of them',
        );
        expectThat(!answer.text.includes(receipt.token), 'no token', 'the token');
      }
    },
  },
  {
    id: 'v1.report.own',
    title: 'The token shows its reporter more: what may be done now, and who reported',
    source: `${source}, getReport with \`rt_\``,
    needs,
    async run(context) {
      const { receipt } = await openReport(context);
      const answer = await readWith(context, receipt.trackingId, receipt.token);
      const { own } = expectSuccess('getReport', answer, 200) as PublishedReport;
      expectThat(own !== undefined, 'a part `own`', answer.told);
      expectThat(own.reporter?.name === plantedName, "the reporter's own name", own.reporter);
    },
  },
  {
    id: 'v1.report.foreign-token',
    title: 'A token opens no report but its own',
    source: `${source}, getReport with \`rt_\``,
    needs,
    async run(context) {
      const [open, other] = [await openReport(context), await confidentialReport(context)];
      expectProblem(await readWith(context, open.receipt.trackingId, other.receipt.token), 'notFound');
    },
  },
  {
    id: 'v1.report.confidential',
    title: 'A confidential report is not there for the public, neither by its number nor in the list',
    source: 'the contract of v1, privacy',
    needs,
    async run(context) {
      const { trackingId } = (await confidentialReport(context)).receipt;
      const { siteKey: key } = context.target;
      expectProblem(await readWith(context, trackingId, key), 'notFound');
      const list = await callOperation(context, 'listReports', { key, query: { q: trackingId } });
      expectThat(!list.text.includes(`"${trackingId}"`), `no ${trackingId} in the list`, list.told);
    },
  },
  {
    id: 'v1.report.nik',
    title: 'A report that brings an identity number in a field of its own is refused: there is no such field',
    source: 'the contract of v1, privacy: NIK is never asked',
    needs,
    async run(context) {
      const answer = await callOperation(context, 'submitReport', {
        key: context.target.siteKey,
        body: draft(context, { reporter: { nik: '0000000000000000' } }),
      });
      expectProblem(answer, 'validationFailed');
    },
  },
];
