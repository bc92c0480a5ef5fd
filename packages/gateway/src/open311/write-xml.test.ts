import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readXml } from './open311-program.test.support.ts';
import { writeXml } from './write-xml.ts';

test('whatever a text holds, the XML is well-formed and gives it back as far as XML can hold it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (text) => {
      const read = readXml(writeXml('errors', [{ code: 400, description: `a${text}z` }]));
      const [error] = (read['errors'] as { error: { description: string }[] }).error;
      const possible = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
      assert.equal(decode(error?.description ?? ''), `a${possible}z`);
    }),
    { numRuns: 500 },
  );
});

/** The parser leaves numeric references alone. */
const decode = (text: string): string => text.replaceAll('&#13;', '\r');

test('what is not there is an empty element, and a list of nothing an empty root', () => {
  assert.match(writeXml('service_requests', [{ lat: null, address: '' }]), /<request><lat\/><address\/><\/request>/);
  assert.match(writeXml('service_requests', []), /<service_requests><\/service_requests>/);
});
