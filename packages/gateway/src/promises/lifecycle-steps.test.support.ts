import type { DeskAction } from '@lapor/schemas';
import { StatusReason } from '@lapor/schemas';
import fc from 'fast-check';
import { testKeys } from '../test-gateway.test.support.ts';

/** One thing that happens. Reports are named by their place among those of the run, round and round. */
export type Step =
  | { readonly do: 'file'; readonly key: string; readonly more: object }
  | { readonly do: 'desk'; readonly key: string; readonly report: number; readonly action: DeskAction }
  | { readonly do: 'merge'; readonly key: string; readonly report: number; readonly into: number }
  | { readonly do: 'reporter'; readonly report: number; readonly what: ReporterDeed; readonly body: object }
  | { readonly do: 'support'; readonly report: number }
  | { readonly do: 'wait'; readonly amount: number; readonly unit: 'hour' | 'day' | 'workingDay' }
  /** The gateway dies while somebody replies, and is started again. */
  | { readonly do: 'crash'; readonly report: number };

type ReporterDeed = 'replyToReport' | 'confirmReport' | 'disputeReport' | 'withdrawReport';

const report = fc.nat(20);
const institution = fc.constantFrom('nasional', 'sumbar', 'sumbar.bmckt', 'sumbar.sosial', 'padang', 'padang.pupr');
const officer = fc.constantFrom(
  testKeys.national,
  testKeys.admin,
  testKeys.liaison,
  testKeys.otherLiaison,
  testKeys.padangAdmin,
);
const reasonCode = fc.constantFrom(...StatusReason.options);
const reason = fc.constantFrom('Bukan wewenang kami.', 'Mohon dilengkapi.');
const maybe = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((chosen) => (chosen === undefined ? {} : { [name]: chosen }));

const action = (type: DeskAction['type'], ...parts: fc.Arbitrary<object>[]): fc.Arbitrary<DeskAction> =>
  fc.tuple(...parts).map((members) => Object.assign({ type }, ...members) as DeskAction);

const deskAction: fc.Arbitrary<DeskAction> = fc.oneof(
  { weight: 5, arbitrary: action('verify') },
  { weight: 5, arbitrary: action('dispose', fc.record({ to: institution })) },
  { weight: 4, arbitrary: action('returnAsOutsideAuthority', fc.record({ reason }), maybe('to', institution)) },
  { weight: 2, arbitrary: action('postpone', fc.record({ reasonCode, reason })) },
  { weight: 2, arbitrary: action('archive', fc.record({ reasonCode, reason })) },
  { weight: 4, arbitrary: action('startFollowUp', maybe('plan', fc.constant('Besok pagi.'))) },
  { weight: 6, arbitrary: action('respond', fc.constant({ message: 'Sudah kami perbaiki.' })) },
  { weight: 2, arbitrary: action('complete') },
  { weight: 3, arbitrary: action('undoMerge') },
  { weight: 1, arbitrary: action('note', fc.constant({ message: 'Sudah ditelepon.' })) },
  { weight: 1, arbitrary: action('correct', fc.constant({ title: 'Jembatan gantung' })) },
  {
    weight: 1,
    arbitrary: action(
      'redact',
      fc.constant({
        redactions: [{ what: 'text', field: 'content', ranges: [{ start: 0, end: 5 }] }],
        reason: 'Nama.',
      }),
    ),
  },
);

const reporterStep = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constant({ what: 'replyToReport' as const, body: { message: 'Masih rusak.' } }),
    },
    { weight: 3, arbitrary: fc.constant({ what: 'confirmReport' as const, body: { rating: 4 } }) },
    {
      weight: 4,
      arbitrary: fc.constant({ what: 'disputeReport' as const, body: { reason: 'Lepas lagi.' } }),
    },
    { weight: 1, arbitrary: fc.constant({ what: 'withdrawReport' as const, body: {} }) },
  )
  .chain((deed) => report.map((index): Step => ({ do: 'reporter', report: index, ...deed })));

const file: fc.Arbitrary<Step> = fc
  .record({
    key: fc.constantFrom(testKeys.site, testKeys.padangSite),
    target: maybe('targetInstitutionId', institution),
    anonymous: fc.boolean(),
    confidential: fc.boolean(),
  })
  .map(({ key, target, anonymous, confidential }) => ({
    do: 'file',
    key,
    more: { ...target, ...(anonymous && { anonymous }), ...(confidential && { confidential }) },
  }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: file },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant('desk' as const), key: officer, report, action: deskAction }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), key: officer, report, into: report }) },
  { weight: 8, arbitrary: reporterStep },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('support' as const), report }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      amount: fc.integer({ min: 1, max: 6 }),
      unit: fc.constantFrom('hour' as const, 'day' as const, 'workingDay' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), report }) },
);

/** What happens to a few reports in a row, first of all that some are filed. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(fc.tuple(file, file, file), fc.array(step, { minLength: 25, maxLength: 45 }))
  .map(([first, rest]) => [...first, ...rest]);
