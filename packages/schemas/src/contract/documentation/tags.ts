import type { Tag } from '../endpoint.ts';

/** The headings of the reference in the order in which they stand there. */
export const tagDocumentation: Readonly<Record<Tag, { readonly title: string; readonly description: string }>> = {
  site: {
    title: 'Site',
    description:
      'What a form needs before and while somebody writes: the settings of its site, a challenge, and what can be said to a draft.',
  },
  directory: {
    title: 'Directory',
    description:
      'Regions (*wilayah*), institutions (*instansi*) and categories (*kategori*): what a form offers to choose from.',
  },
  reports: {
    title: 'Reports',
    description: 'Filing a report (*laporan*), the public list, and one report with its whole way.',
  },
  'follow-up': {
    title: 'Follow-up',
    description:
      'What happens after a report was filed: the reporter (*pelapor*) answers, confirms, disputes or withdraws with the `rt_` token; others say that it concerns them too.',
  },
  uploads: {
    title: 'Uploads',
    description:
      "Attachments (*lampiran*) over [tus 1.0.0](https://tus.io/protocols/resumable-upload): an upload that breaks off goes on where it stopped. Upload first, then name the upload's id in `attachments`. Any tus client works.",
  },
  statistics: {
    title: 'Statistics',
    description: 'Public figures. Counts so small that they could point at a person are given as `null`.',
  },
  'open-data': {
    title: 'Open data',
    description:
      'What anybody may read, download and subscribe to: public reports as CSV, JSON, RSS and Atom, with a data dictionary. Nothing in it tells who reported, and confidential reports are not in it.',
  },
  desk: {
    title: 'Desk',
    description:
      'The work of an institution on its reports: the queue, one report with everything its officers may see, and the actions from verification (*verifikasi*) through disposition (*disposisi*) to completion.',
  },
  webhooks: {
    title: 'Webhooks',
    description:
      'Receivers of events, so that nobody has to poll. Deliveries are signed as [Standard Webhooks](https://www.standardwebhooks.com/) asks and repeated until the receiver answers with a 2xx status.',
  },
  forwarding: {
    title: 'Forwarding',
    description:
      'What could not be brought to another system and was put aside. An admin tries it again, or notes that it did arrive.',
  },
  administration: { title: 'Administration', description: 'Sites with their origins, and keys.' },
  sandbox: {
    title: 'Sandbox',
    description:
      'Only on a sandbox gateway: its clock can be moved forward, so that deadlines and closing by the system are seen in seconds. Elsewhere these answer 404.',
  },
  operation: {
    title: 'Operation',
    description: 'For those who run a gateway, and this contract itself. No key is needed.',
  },
};
