import { contractVersion } from '../version.ts';

const description = `
The contract between a form on any Indonesian government website, the gateway (*gerbang*) of its region, and the region's own
systems. A report (*laporan*) goes in through one door and reaches the institution (*instansi*) that has the authority to act,
here or through the national system SP4N-LAPOR!.

## Keys

Every call but those under *Operation* and a few others carries \`Authorization: Bearer …\` with one of three keys.

| key | who has it | what it is for |
|---|---|---|
| \`pk_…\` | a site, openly in its pages | filing and reading public things, on the site's registered origins only |
| \`rt_…\` | the reporter of one report | following and answering that report |
| \`sk_…\` | an institution, on its servers | the desk: reports of the institution and everything below it |

## Conventions

- **JSON** in UTF-8 with camelCase names. Unknown members of a request are refused by name, so that a misspelt optional one is
  not silently lost; unknown query parameters likewise, where an endpoint takes a query. Unknown members of an answer are to be
  ignored: a newer gateway may send more. Codes such as statuses are open sets, too: show the label, treat the rest as \`unknown\`.
- **Days and moments.** \`YYYY-MM-DD\` is a calendar date in the region's own zone (WIB, WITA or WIT). A moment is RFC 3339 in UTC.
  Deadlines count working days (*hari kerja*): no weekends, no national holidays, no *cuti bersama*.
- **Regions** have Kemendagri codes with dots: \`13\` Sumatera Barat, \`13.71\` Kota Padang.
- **Languages.** \`Accept-Language: id\` (default) or \`en\` chooses the sentences; codes never change.
- **Problems** are RFC 9457 \`application/problem+json\`. Branch on \`code\`, show \`detail\`. What cannot be read is 400; what can be
  read but breaks the schema is 422, wherever it stands, with the places in \`errors\`. What does not exist and what the key may
  not know of are both 404. A path that exists without the method is 405.
- **Repeating.** Calls that create something need an \`Idempotency-Key\`; with the same key and body they can be repeated without
  harm until an answer arrives. All others can be repeated as they are.
- **Lists** take \`limit\` and \`cursor\` and answer \`items\` and \`nextCursor\`, which is \`null\` on the last page.
- **Caching.** A \`GET\` of JSON carries an \`ETag\`; send it back as \`If-None-Match\` and an unchanged answer is 304.
- **Limits on calls** are told by \`RateLimit\` and \`RateLimit-Policy\`. After 429 and 503 wait for \`Retry-After\`.
- **What is never asked:** the national id (NIK). A text may contain personal data all the same: public answers mask it.
`.trim();

/** What the document says about itself. */
export const information = {
  title: 'Lapor gateway',
  version: contractVersion,
  summary: 'One door for complaints, aspirations and requests for information to Indonesian government.',
  description,
  license: { name: 'MIT', identifier: 'MIT' },
  contact: { name: 'Maintainers of Lapor', url: 'https://lapor.example/contact' },
} as const;
