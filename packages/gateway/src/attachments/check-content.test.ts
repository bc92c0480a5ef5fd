import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { type AttachmentLimits, defaultAttachmentLimits } from '@lapor/schemas';
import fc from 'fast-check';
import sharp from 'sharp';
import { pdfOf, photoWithPlace } from './attachments.test.support.ts';
import { checkContent, type CheckedFile } from './check-content.ts';
import { rewriteImage } from './rewrite-image.ts';

const limits: AttachmentLimits = {
  ...defaultAttachmentLimits,
  types: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'],
};

const kept = async (bytes: Uint8Array, within: AttachmentLimits = limits): Promise<CheckedFile> => {
  const file = await checkContent(bytes, within);
  assert.ok(typeof file === 'object', 'refused');
  return file;
};

const pngChunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A grey PNG of any size in a few bytes: what it holds is as well-formed as what it promises is large. */
const pngOf = (width: number, height: number, data: Buffer): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(data)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
};

test('a photo loses the place where it was taken and the phone it was taken with, and stands upright', async () => {
  const photo = await photoWithPlace(2000, 1000);
  const before = await sharp(photo).metadata();
  assert.ok(before.exif?.includes('KameraRahasia') && before.orientation === 6);
  const { bytes, mediaType } = await kept(photo);
  const after = await sharp(bytes).metadata();
  assert.deepEqual([mediaType, after.format, after.width, after.height], ['image/jpeg', 'jpeg', 800, 1600]);
  for (const part of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const)
    assert.equal(after[part], undefined, part);
  for (const trace of ['KameraRahasia', 'Seri-4711', 'Exif', 'GPS'])
    assert.ok(!Buffer.from(bytes).includes(trace), trace);
});

test('PNG and WebP stay what they are, without metadata, and small images keep their size', async () => {
  for (const format of ['png', 'webp'] as const) {
    const image = sharp({ create: { width: 300, height: 200, channels: 4, background: '#0af8' } }).withExif({
      IFD0: { Make: 'KameraRahasia' },
    });
    const { bytes, mediaType } = await kept(await image.toFormat(format).toBuffer());
    const { format: found, width, height, exif, hasAlpha } = await sharp(bytes).metadata();
    assert.deepEqual(
      [mediaType, found, width, height, exif, hasAlpha],
      [`image/${format}`, format, 300, 200, undefined, true],
    );
  }
});

test('an image that is too large when written anew is made smaller until it fits, or refused', async () => {
  const noise = await sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 20 })
    .toBuffer();
  const whole = await kept(noise);
  assert.ok(noise.length < whole.bytes.byteLength, 'this image grows when it is written anew');
  const smaller = await kept(noise, { ...limits, maxFileBytes: whole.bytes.byteLength - 1 });
  assert.ok((await sharp(smaller.bytes).metadata()).width < 1600);
  assert.equal(await rewriteImage(noise, 'image/jpeg', 1000), 'tooLarge');
});

test('what is hidden behind an image does not come through', async () => {
  const image = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  for (const hidden of ['<script>alert(1)</script>', 'PK\x03\x04 arsip', '%PDF-1.4', 'MZ program']) {
    const { bytes } = await kept(Buffer.concat([image, Buffer.from(hidden)]));
    assert.ok(!Buffer.from(bytes).includes(hidden));
  }
});

test('a PDF is kept byte for byte', async () => {
  const pdf = pdfOf(50_000);
  assert.ok(Buffer.from((await kept(pdf)).bytes).equals(pdf));
});

test('what a file is called does not matter: what it is does', async () => {
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const gif = await sharp({ create: { width: 5, height: 5, channels: 3, background: '#fff' } })
    .gif()
    .toBuffer();
  const avif = await sharp({ create: { width: 5, height: 5, channels: 3, background: '#fff' } })
    .avif()
    .toBuffer();
  const foreign: Record<string, Buffer> = {
    program: Buffer.from('MZ'.padEnd(5000, '\0')),
    elf: Buffer.from('\x7fELF'.padEnd(5000, '\0'), 'latin1'),
    svg: Buffer.from(svg),
    html: Buffer.from('<!doctype html><script>alert(1)</script>'),
    zip: Buffer.from('504b03041400000008000000', 'hex'),
    text: Buffer.from('halo'),
    oneByte: Buffer.from([0xff]),
    gif,
    avif,
    heic: Buffer.concat([Buffer.from('0000001866747970686569630000000068656963', 'hex'), Buffer.alloc(2000)]),
    pdfInTheMiddle: Buffer.concat([Buffer.from('<html>'), pdfOf(1000)]),
  };
  for (const [name, bytes] of Object.entries(foreign))
    assert.equal(await checkContent(bytes, limits), 'typeNotAllowed', name);
  assert.equal(await checkContent(Buffer.alloc(0), limits), 'empty');
  assert.equal(await checkContent(Buffer.alloc(limits.maxFileBytes + 1), limits), 'tooLarge');
  assert.equal(
    await checkContent(await photoWithPlace(50, 50), { ...limits, types: ['application/pdf'] }),
    'typeNotAllowed',
  );
});

test('what is broken is refused as that', async () => {
  const photo = await photoWithPlace(600, 400);
  const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const broken: Record<string, Buffer> = {
    'half a photo': photo.subarray(0, photo.length / 2),
    'only the head of a photo': photo.subarray(0, 400),
    'a head with noise behind it': Buffer.concat([photo.subarray(0, 20), Buffer.alloc(3000, 0x5a)]),
    'half a PNG': png.subarray(0, png.length / 2),
    'half a PDF': pdfOf(10_000).subarray(0, 5000),
    'a PDF of no version': Buffer.from('%PDF-x.y\n%%EOF'),
    'a PNG of no size': pngOf(0, 0, Buffer.alloc(1)),
  };
  for (const [name, bytes] of Object.entries(broken))
    assert.equal(await checkContent(bytes, limits), 'unreadable', name);
});

test('few bytes that unpack into very many are refused without unpacking them', async () => {
  const memory = process.memoryUsage().rss;
  const started = performance.now();
  for (const [width, height] of [
    [30_000, 30_000],
    [2_000_000_000, 1],
    [65_535, 65_535],
  ] as const) {
    assert.equal(
      await checkContent(pngOf(width, height, Buffer.alloc(100_000)), limits),
      'unreadable',
      `${width} × ${height}`,
    );
  }
  // Well-formed and 81 million pixels, in ten kilobytes.
  const large = pngOf(9000, 9000, Buffer.alloc(9000 * (1 + 9000 / 8)));
  assert.ok(large.length < 20_000);
  assert.equal(await checkContent(large, limits), 'unreadable');
  // The same trick within an image that promises nothing large: what stands behind its last line is not unpacked.
  const long = await checkContent(pngOf(10, 10, Buffer.alloc(50_000_000)), limits);
  assert.ok(typeof long === 'object' || long === 'unreadable');
  assert.ok(process.memoryUsage().rss - memory < 300_000_000);
  assert.ok(performance.now() - started < 20_000);
});

test('no bytes whatever make it throw', async () => {
  const heads = [
    'ffd8ffe0',
    '89504e470d0a1a0a0000000d49484452',
    '52494646ffffffff57454250565038',
    '255044462d312e37',
    '0000001866747970',
    '',
  ].map((hex) => Buffer.from(hex, 'hex'));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 500 }), async (head, rest) => {
      const result = await checkContent(Buffer.concat([head, rest]), limits);
      assert.ok(typeof result === 'object' || ['empty', 'typeNotAllowed', 'unreadable'].includes(result));
    }),
    { numRuns: 300 },
  );
});
