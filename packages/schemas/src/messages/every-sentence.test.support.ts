import assert from 'node:assert/strict';

/** Invented values for every fact that a sentence may ask for; `undefined` where a fact may be absent. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  from: ['Dinas Perhubungan Kota Padang'],
  to: ['Dinas PUPR Provinsi Sumatera Barat'],
  by: ['Dinas PUPR Kota Padang'],
  reason: ['Jalan ini milik provinsi.', undefined],
  until: [undefined, '2026-12-01', '2026-12-01'],
  rating: [4],
  closesOn: ['2026-12-10'],
  into: ['9165816'],
  trackingId: ['9165817'],
  fields: [['title', 'category', 'place', 'supervision'], ['place'], []],
  system: ['SP4N-LAPOR!'],
  upstreamId: ['9165818'],
  rawLabel: ['Menunggu Kelengkapan Informasi'],
  institutionName: ['Dinas Perhubungan Kota Bukittinggi', undefined],
  origin: ['https://dinas.contoh.go.id'],
  allowed: [['GET', 'POST'], ['application/json']],
  received: [524_288, 1],
  maximumBytes: [2_097_152, 524_288],
  count: [3, 1],
  retryAfterSeconds: [120, 1, 7200],
  name: ['foto jalan.jpg'],
  types: [['JPG', 'PNG', 'PDF']],
  maximumCount: [5, 1],
  field: ['Judul laporan'],
  minimum: [10, 1, 1000],
  maximum: [255, 1, 10_000],
  missing: [4, 1],
  over: [12, 1],
  expected: ['text', 'number', 'integer', 'boolean', 'list', 'object', 'other'],
  format: ['email', 'date', 'instant', 'regionCode', 'phoneNumber', 'url', 'identifier', 'trackingId', 'other'],
  options: [['complaint', 'aspiration', 'informationRequest'], []],
  earliest: ['2026-01-01', undefined],
  kind: ['verification', 'followUp', 'reporterResponse', 'completion', 'legalLimit', 'ofANewerGateway'],
  dueOn: ['2026-11-26'],
  days: [2, 0, 1],
  amount: [3, 1],
  unit: ['workingDay', 'day'],
  number: ['1708'],
  keyword: ['TANGKAB', undefined],
  words: [['lampu jalan'], ['lampu jalan', 'rambu']],
  category: ['Penerangan jalan'],
  region: ['Kota Padang'],
  names: [['foto jalan.jpg', 'surat.pdf']],
  minutes: [15],
  site: ['LAPOR! Kota Padang'],
  token: [`rt_9165817_${'k'.repeat(43)}`],
  owner: ['Dinas PUPR Kota Padang', undefined],
  institution: ['Pemerintah Kota Padang'],
  address: ['https://lapor.padang.example/forms/status'],
  question: ['Apakah api masih menyala?'],
  message: ['Jawab pertanyaan ini.'],
  title: ['Laporan Anda sudah dijawab'],
  status: ['Diproses'],
  url: ['https://lapor.contoh.go.id/forms/status?number=9165816'],
  urls: [['https://foto.contoh.go.id/1.jpg']],
  jurisdictions: [['padang', 'sumbar']],
  group: ['Pekerjaan Umum', undefined],
};

/** Facts that mean something else in one place. */
const samplesAt: Readonly<Record<string, readonly unknown[]>> = {
  'events.merged.into': ['9165816', undefined],
  'events.unmerged.from': ['9165816', undefined],
  'problems.mediaTypeUnsupported.detail.allowed': [['application/json']],
  'problems.methodNotAllowed.detail.allowed': [['GET', 'POST']],
  'attachments.tooMany.maximum': [5, 1],
  'news.moments.received.told.to': ['Pemerintah Kota Padang', undefined],
  'news.moments.disposed.told.to': ['Dinas PUPR Kota Padang', undefined],
  'news.moments.returned.told.from': ['Dinas Perhubungan Kota Padang', undefined],
  'news.moments.returned.told.to': ['Pemerintah Kota Padang', undefined],
  'news.moments.followUpStarted.told.by': ['Dinas PUPR Kota Padang', undefined],
  'news.moments.responded.told.by': ['Dinas PUPR Kota Padang', undefined],
  'news.moments.completed.told.by': ['Dinas PUPR Kota Padang', undefined],
};

/** One sentence as it was spoken, with the facts that it asked for. */
export interface Spoken {
  /** Where it stands, for instance `problems.notFound.title`. */
  readonly where: string;
  readonly sentence: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Whether two sentences were given the same facts, in whatever order they asked. */
export const sameFacts = (one: Spoken['facts'], other: Spoken['facts']): boolean =>
  Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((name) => one[name] === other[name]);

/** Speaks a message once for each combination of sample facts that a round-robin reaches; a fixed sentence once. */
const speak = (where: string, message: string | ((facts: never) => string)): Spoken[] => {
  if (typeof message === 'string') return [{ where, sentence: message, facts: {} }];
  const spoken: Spoken[] = [];
  for (let round = 0; round < 10; round += 1) {
    const facts: Record<string, unknown> = {};
    const asked = new Proxy(facts, {
      get: (_, name) => {
        const values = samplesAt[`${where}.${String(name)}`] ?? samples[String(name)];
        assert.ok(values, `${where} asks for \`${String(name)}\`, which has no sample`);
        // A problem's reason is never absent; an event's may be.
        const possible = where.startsWith('problems.') ? values.filter((value) => value !== undefined) : values;
        facts[String(name)] = possible[round % possible.length];
        return facts[String(name)];
      },
    });
    const sentence = message(asked as never);
    if (!spoken.some((earlier) => sameFacts(earlier.facts, facts))) spoken.push({ where, sentence, facts });
  }
  return spoken;
};

/** Every sentence of one language, in the order in which the files give them. */
export const everySentence = (messages: object, where = ''): Spoken[] =>
  Object.entries(messages).flatMap(([name, message]: [string, unknown]) => {
    const path = where === '' ? name : `${where}.${name}`;
    if (typeof message === 'object' && message !== null) return everySentence(message, path);
    return speak(path, message as string | ((facts: never) => string));
  });
