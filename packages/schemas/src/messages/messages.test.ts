import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DeadlineKind } from '../deadline.ts';
import { LifecycleEvent } from '../lifecycle/event.ts';
import type { RefusalReason } from '../lifecycle/decision.ts';
import { problemCodes } from '../problem.ts';
import { Classification } from '../classification.ts';
import { statusCodes } from '../status.ts';
import { StatusReason } from '../status-reason.ts';
import { checkCompleteness } from '../text-checks/completeness.ts';
import { personalDataKinds } from '../text-checks/personal-data.ts';
import { everySentence, sameFacts, type Spoken } from './every-sentence.test.support.ts';
import { messagesFor } from './messages-for.ts';

const id = messagesFor('id');
const en = messagesFor('en');
const indonesian = everySentence(id);
const english = everySentence(en);
const languages = { id: indonesian, en: english };

const leftover = /[{}]|undefined|null|NaN|Invalid|\[object|\$\{|=>| {2}|^\s|\s$|\s[.,:]|\.\./;
const isLabel = ({ where }: Spoken) =>
  /\.(?:label|title)$|^(?:deadlines|thisField)|\.(?:actionNot|attachmentRefused)/.test(where);

describe('every sentence', () => {
  for (const [language, sentences] of Object.entries(languages)) {
    it(`in ${language} is whole, with nothing left over from its making`, () => {
      for (const { where, sentence } of sentences) {
        assert.ok(sentence.length > 1, where);
        assert.doesNotMatch(sentence, leftover, where);
        assert.match(
          sentence,
          /^[\p{Lu}\d]|^(?:hari|sudah|terlambat|tepat|selesai|paling|today|has|in|done|within)/u,
          where,
        );
      }
    });

    it(`in ${language} ends like a sentence, unless it is a label or a title`, () => {
      for (const spoken of sentences) {
        if (isLabel(spoken)) assert.doesNotMatch(spoken.sentence, /[!?]$/, spoken.where);
        else assert.match(spoken.sentence, /[.!?:”]$|: .+$/, spoken.where);
      }
    });

    it(`in ${language} tells the facts that it was given`, () => {
      for (const { where, sentence, facts } of sentences) {
        for (const [name, value] of Object.entries(facts)) {
          if (['kind', 'unit', 'expected', 'format', 'fields', 'options', 'days', 'count', 'field'].includes(name))
            continue;
          if (typeof value === 'string' && /^\d{4}-/.test(value))
            assert.ok(sentence.includes(value.slice(0, 4)), `${where}: ${name}`);
          else if (typeof value === 'string')
            assert.ok(sentence.includes(value.replace(/\.$/, '')), `${where}: ${name}`);
        }
      }
    });
  }

  it('is there in both languages, asks for the same facts, and differs', () => {
    assert.deepEqual(
      [...new Set(english.map(({ where }) => where))],
      [...new Set(indonesian.map(({ where }) => where))],
    );
    for (const { where, sentence, facts } of indonesian) {
      const translated = english.find((other) => other.where === where && sameFacts(other.facts, facts));
      if (sentence === facts['reason']) continue;
      assert.ok(translated, where);
      assert.notEqual(translated.sentence, sentence, where);
    }
    const factsOf = (sentences: readonly Spoken[], place: string) =>
      [...new Set(sentences.filter(({ where }) => where === place).flatMap(({ facts }) => Object.keys(facts)))].sort();
    for (const place of new Set(indonesian.map(({ where }) => where))) {
      assert.deepEqual(factsOf(english, place), factsOf(indonesian, place), place);
    }
  });
});

describe('the Indonesian', () => {
  it('addresses people as Anda and follows the spelling of EYD V', () => {
    const slips =
      /\b(?:anda|kamu|silahkan|kadaluarsa|kadaluwarsa|resiko|merubah|dirubah|ijin|nomer|aktifitas|analisa|himbau\w*|dimana|disini|diatas|dibawah|kesini|perlindungan data|e-mail|handphone|telpon|tlp|apotik|jadual|sekedar|antri|praktek|kwitansi)\b/;
    for (const { where, sentence } of indonesian) assert.doesNotMatch(sentence, slips, where);
  });

  it('is not English', () => {
    for (const { where, sentence } of indonesian)
      assert.doesNotMatch(sentence, /\b(?:the|is|are|not|please|report|invalid|required|field|error)\b/i, where);
  });

  it('never promises that nobody will know, and never says that an SMS is free', () => {
    for (const { where, sentence } of [...indonesian, ...english]) {
      assert.doesNotMatch(
        sentence,
        /gratis|tidak akan ada yang tahu|sepenuhnya rahasia|free of charge|nobody will know|fully anonymous/i,
        where,
      );
    }
    assert.match(id.visibility.limits, /tidak dapat menjamin/);
  });
});

describe('there is a sentence', () => {
  const keysOf = (subject: object) => Object.keys(subject).sort();
  const sorted = (keys: readonly string[]) => [...keys].sort();

  it('for every problem, status, reason, classification and deadline', () => {
    assert.deepEqual(keysOf(id.problems), sorted(problemCodes));
    assert.deepEqual(keysOf(id.statuses), sorted(statusCodes));
    assert.deepEqual(keysOf(id.statusReasons), sorted(StatusReason.options));
    assert.deepEqual(keysOf(id.classifications), sorted(Classification.options));
    assert.deepEqual(keysOf(id.deadlineKinds), sorted(DeadlineKind.options));
  });

  it('for every event of the lifecycle, and for one that is not known', () => {
    const types = LifecycleEvent.def.options.map((option) => option.def.shape.type.def.values[0]);
    assert.deepEqual(keysOf(id.events), sorted([...types.map(String), 'unknown']));
  });

  it('for every refusal', () => {
    const reasons: Readonly<Record<RefusalReason, string>> = id.refusals;
    const known: Readonly<Record<keyof typeof id.refusals, RefusalReason>> = Object.fromEntries(
      Object.keys(reasons).map((reason) => [reason, reason]),
    ) as never;
    assert.equal(Object.keys(known).length, Object.keys(reasons).length);
  });

  it('for all personal data that is found, and for every gap', () => {
    assert.deepEqual(keysOf(id.personalData), sorted(personalDataKinds));
    const gaps = [
      ...checkCompleteness({ title: 'x', content: 'x', attachmentCount: 0 }),
      ...checkCompleteness({
        title: 'mohon',
        content: 'tolong segera perhatian pemerintah masyarakat sangat',
        attachmentCount: 0,
      }),
    ];
    assert.equal(new Set(gaps.map(({ code, reason }) => `${code}.${reason}`)).size, 5);
    for (const { code, reason } of gaps)
      assert.equal(typeof (id.gaps[code] as Record<string, string>)[reason], 'string');
  });
});

describe('as a citizen reads them', () => {
  it('Indonesian sentences say what to do', () => {
    assert.equal(id.fields.title.missing, 'Tulis judul laporan Anda.');
    assert.equal(
      id.fieldErrors.tooLong({ field: id.fields.title.label, maximum: 255, over: 12 }),
      'Judul laporan paling panjang 255 huruf. Kurangi 12 huruf lagi.',
    );
    assert.equal(
      id.deadlines.running({ kind: 'verification', dueOn: '2026-11-26' }),
      'Batas verifikasi: Kamis, 26 November 2026',
    );
    assert.equal(id.deadlines.overdue({ days: 2, unit: 'workingDay' }), 'terlambat 2 hari kerja');
    assert.equal(
      id.events.returned({ from: 'Dinas Perhubungan', to: 'Admin Kota Padang', reason: 'lampu ini milik provinsi' }),
      'Dikembalikan Dinas Perhubungan ke Admin Kota Padang karena di luar wewenangnya: lampu ini milik provinsi',
    );
    assert.equal(
      id.guidance.sms({ number: '1708', keyword: 'TANGKAB' }),
      'Internet sedang bermasalah? Kirim SMS ke 1708: tulis TANGKAB (spasi) isi laporan Anda.',
    );
  });

  it('English nouns agree with their numbers', () => {
    assert.match(en.fieldErrors.tooLong({ field: 'Title', maximum: 255, over: 1 }), /Remove 1 character\.$/);
    assert.match(en.fieldErrors.tooLong({ field: 'Title', maximum: 255, over: 2 }), /Remove 2 characters\.$/);
    assert.equal(en.deadlines.left({ days: 1, unit: 'workingDay' }), '1 working day left');
    assert.equal(en.deadlines.left({ days: 2, unit: 'day' }), '2 days left');
  });
});
