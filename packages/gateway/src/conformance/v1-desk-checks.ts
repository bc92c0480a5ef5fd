import type { DeskReport } from '@lapor/schemas';
import type { Check } from './check.ts';
import type { ConformanceContext } from './conformance-context.ts';
import { callOperation, expectProblem, expectSuccess } from './contract-answer.ts';
import { expectThat } from './deviation.ts';
import { file } from './v1-filing-checks.ts';

const source = 'the contract of v1 (`/v1/openapi.json`), desk';

/** A report that the desk's key may handle, if that key coordinates the site's region. */
const handled = (context: ConformanceContext): Promise<string> =>
  context.remember('v1 handled report', async () => (await file(context)).receipt.trackingId);

const act = async (context: ConformanceContext, action: object) =>
  callOperation(context, 'actOnReport', {
    key: context.target.deskKey,
    parameters: { trackingId: await handled(context) },
    body: action,
  });

/** What officers do. The keys must belong together: the desk's institution coordinates what comes through the site. */
export const v1DeskChecks: readonly Check[] = [
  {
    id: 'v1.desk.queue',
    title: 'The work queue fits the contract',
    source: `${source}, listDeskReports`,
    needs: ['deskKey'],
    async run(context) {
      const { deskKey: key } = context.target;
      expectSuccess('listDeskReports', await callOperation(context, 'listDeskReports', { key }), 200);
    },
  },
  {
    id: 'v1.desk.unknown',
    title: 'A report that is not there, and one that one may not know of, look the same',
    source: `${source}, getDeskReport`,
    needs: ['deskKey'],
    async run(context) {
      const { deskKey: key } = context.target;
      const parameters = { trackingId: '9999999999' };
      expectProblem(await callOperation(context, 'getDeskReport', { key, parameters }), 'notFound');
    },
  },
  {
    id: 'v1.desk.verify',
    title: 'A verified report is verified from then on, and cannot be verified again',
    source: `${source}, actOnReport; the lifecycle`,
    needs: ['siteKey', 'deskKey', 'filing'],
    async run(context) {
      const { status } = expectSuccess('actOnReport', await act(context, { type: 'verify' }), 200) as DeskReport;
      expectThat(status.code === 'verified', 'the status `verified`', status);
      expectProblem(await act(context, { type: 'verify' }), 'actionNotPossible');
    },
  },
  {
    id: 'v1.desk.return',
    title: 'Giving a report back needs a reason that everybody understands',
    source: 'no wrong door policy: a hop is visible, with its reason',
    needs: ['siteKey', 'deskKey', 'filing'],
    async run(context) {
      const { errors = [] } = expectProblem(
        await act(context, { type: 'returnAsOutsideAuthority' }),
        'validationFailed',
      );
      expectThat(
        errors.some(({ pointer }) => pointer === '/reason'),
        'an error at `/reason`',
        errors.map(({ pointer }) => pointer),
      );
    },
  },
  {
    id: 'v1.desk.clock',
    title: 'What is done to a report moves none of its deadlines to a later day',
    source: 'UU 25/2009; the contract of v1: clocks are counted from events that do not change',
    needs: ['siteKey', 'deskKey', 'filing'],
    async run(context) {
      const read = async (): Promise<DeskReport> => {
        const { deskKey: key } = context.target;
        const parameters = { trackingId: await handled(context) };
        const answer = await callOperation(context, 'getDeskReport', { key, parameters });
        return expectSuccess('getDeskReport', answer, 200) as DeskReport;
      };
      const dueOf = ({ deadlines }: DeskReport) =>
        new Map(deadlines.map(({ kind, startedBy, dueOn }) => [`${kind} of event ${startedBy}`, dueOn]));
      const earlier = dueOf(await read());
      expectSuccess('actOnReport', await act(context, { type: 'correct', title: 'Uji kesesuaian: judul lain' }), 200);
      for (const [promise, dueOn] of dueOf(await read())) {
        const known = earlier.get(promise);
        expectThat(known === undefined || dueOn <= known, `${promise} by ${known} at the latest`, dueOn);
      }
    },
  },
];
