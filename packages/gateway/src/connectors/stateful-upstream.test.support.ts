import type { CannedAnswer, ReceivedCall } from './sp4n/canned-upstream.test.support.ts';
import { startCannedUpstream } from './sp4n/canned-upstream.test.support.ts';

/** A report as it stands on the server of a test. */
export interface KeptComplaint {
  readonly id: number;
  readonly tag: string;
  readonly title: string;
  status: string;
  readonly followUps: {
    id: number;
    content: string;
    institution_from_name: string | null;
    data: string;
    created_at: string;
  }[];
}

/** What befalls one call, besides that it is done or not. */
export type Mishap =
  | 'none'
  | 'refused'
  | 'errorBefore'
  | 'errorAfter'
  | 'silenceAfter'
  | 'garbageAfter'
  | 'breakAfter'
  | 'refusedAfter'
  | 'deliveredTwice';

/** Everything happens at the same moment there: the ids tell the order. */
const createdAt = '10-03-2026 09:00:00';

const ok = (body: unknown): CannedAnswer => ({ status: 200, body });

const lost: Readonly<Record<Mishap, CannedAnswer | undefined>> = {
  none: undefined,
  refused: { status: 422, body: {} },
  errorBefore: { status: 503, body: 'down' },
  errorAfter: { status: 500, body: '<html>' },
  silenceAfter: 'hang',
  garbageAfter: { status: 200, body: '<html>Sukses</html>' },
  breakAfter: 'break',
  refusedAfter: { status: 422, body: {} },
  deliveredTwice: undefined,
};

const partOf = (body: string, name: string): string =>
  Buffer.from(new RegExp(`name="${name}"\r\n\r\n([^\r]*)`).exec(body)?.[1] ?? '', 'latin1').toString('utf8');

/**
 * A server that keeps what it is given, to see whether anything comes twice. It takes the same thing as often as it comes,
 * as the real one does.
 */
export const startStatefulUpstream = async () => {
  const complaints: KeptComplaint[] = [];
  let next = 9_165_000;
  let decide: (call: ReceivedCall) => Mishap = () => 'none';
  let shows: (complaint: KeptComplaint) => boolean = () => true;

  const file = (call: ReceivedCall): CannedAnswer => {
    const { title, tags_raw: tag } = JSON.parse(call.body) as { title: string; tags_raw: string };
    next += 1;
    complaints.push({ id: next, tag, title, status: 'Belum Terverifikasi', followUps: [] });
    return ok({ results: { complaint: { id: next } } });
  };
  const add = (call: ReceivedCall): CannedAnswer => {
    const complaint = complaints.find(({ id }) => String(id) === partOf(call.body, 'complaint_id'));
    if (complaint === undefined) return { status: 422, body: {} };
    next += 1;
    complaint.followUps.push({
      id: next,
      content: partOf(call.body, 'content'),
      institution_from_name: null,
      data: '',
      created_at: createdAt,
    });
    return ok({ results: {} });
  };
  const perform = (call: ReceivedCall): CannedAnswer => {
    const { pathname, searchParams } = new URL(call.path, 'http://localhost');
    if (pathname.endsWith('/complaint/file')) return ok({ results: { images: [{ id: (next += 1) }], docs: [] } });
    if (call.method === 'POST' && pathname.endsWith('/complaints/complaint')) return file(call);
    if (pathname.endsWith('/followup/add')) return add(call);
    if (searchParams.has('search')) {
      const data = complaints.filter((one) => one.tag === searchParams.get('search') && shows(one)).toReversed();
      return ok({ results: { data: data.map(({ id, tag }) => ({ id, tags_raw: tag })) } });
    }
    const complaint = complaints.find(({ id }) => pathname.includes(`/${id}/`));
    if (complaint === undefined) return { status: 404, body: {} };
    if (pathname.endsWith('/followups')) return ok({ results: { data: complaint.followUps, next_page_url: null } });
    return ok({
      results: {
        data: { status_name: complaint.status, disposition_id: 9, disposition_name: 'Dinas PU Nasional' },
        data_logs: complaint.followUps,
      },
    });
  };

  const server = await startCannedUpstream((call) => {
    const mishap = decide(call);
    if (mishap === 'refused' || mishap === 'errorBefore') return lost[mishap] as CannedAnswer;
    const answer = perform(call);
    if (mishap === 'deliveredTwice') perform(call);
    return lost[mishap] ?? answer;
  });
  return {
    ...server,
    complaints,
    /** What befalls calls from now on. */
    befall(how: (call: ReceivedCall) => Mishap) {
      decide = how;
    },
    /** Which reports its search shows from now on. */
    list(which: (complaint: KeptComplaint) => boolean) {
      shows = which;
    },
    /** The institution there writes, and the status changes with it. */
    answer(complaint: KeptComplaint, content: string, status: string) {
      next += 1;
      const data = JSON.stringify({ status_old: complaint.status, status_new: status });
      complaint.status = status;
      const institution = { institution_from_name: 'Dinas PU Nasional', created_at: createdAt };
      complaint.followUps.push({ id: next, content, data, ...institution });
    },
  };
};
