import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Attachment, AttachmentLimits, AttachmentType, attachmentTypes } from './attachment.ts';
import { defaultAttachmentLimits } from './default-report-limits.ts';

test('the default limits are safe under either reading of the national "2 MB"', () => {
  assert.equal(defaultAttachmentLimits.maxFileBytes, 2 * 1024 * 1024);
  assert.equal(defaultAttachmentLimits.maxTotalBytes, 2 * 1024 * 1024);
  assert.deepEqual(defaultAttachmentLimits.types, ['image/jpeg', 'image/png', 'application/pdf']);
  assert.deepEqual(AttachmentLimits.parse(defaultAttachmentLimits), defaultAttachmentLimits);
});

test('nobody can change the default limits for everybody', () => {
  assert.throws(() => Object.assign(defaultAttachmentLimits, { maxCount: 50 }), TypeError);
  assert.throws(() => defaultAttachmentLimits.types.push('image/heic'), TypeError);
});

test('every type has its extensions, and no extension has two types', () => {
  assert.deepEqual(AttachmentType.options, Object.keys(attachmentTypes));
  const extensions = Object.values(attachmentTypes).flat();
  assert.equal(new Set(extensions).size, extensions.length);
  for (const extension of extensions) assert.match(extension, /^\.[a-z]+$/);
});

test('what a browser could run is no attachment', () => {
  for (const type of ['image/svg+xml', 'text/html', 'application/javascript', 'IMAGE/JPEG', ''])
    assert.ok(!AttachmentType.safeParse(type).success, type);
});

test('an attachment without a link is still told of', () => {
  const attachment = {
    id: 'upl_1',
    name: 'lampu.jpg',
    mediaType: 'image/jpeg',
    bytes: 81_231,
    scan: 'pending',
  } as const;
  assert.deepEqual(Attachment.parse(attachment), attachment);
  assert.ok(!Attachment.safeParse({ ...attachment, bytes: -1 }).success);
  assert.ok(!Attachment.safeParse({ ...attachment, bytes: 0.5 }).success);
});
