import type { HandlerOf, Handlers } from './handlers.ts';
import type { RequestContext } from './request-context.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/**
 * Keeps a file that came whole as an upload of the caller's, by the contract's own operation.
 *
 * @param context in which the caller calls; its request is replaced by one with the bytes.
 * @returns the upload's id.
 * @throws Refusal as the contract's endpoint does.
 */
export const keepFile = async (
  createUpload: HandlerOf<'createUpload'>,
  context: RequestContext,
  { name, type }: { readonly name: string; readonly type: string },
  bytes: Uint8Array,
): Promise<string> => {
  const headers = {
    'tus-resumable': '1.0.0' as const,
    'upload-length': String(bytes.byteLength),
    'upload-metadata': `filename ${base64(name.slice(0, 300))},filetype ${base64(type.slice(0, 100))}`,
  };
  const request = new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  });
  const { headers: answered } = await createUpload({ headers }, { ...context, request });
  return answered.location.split('/').at(-1) ?? '';
};

/** Keeps several, one after the other, as {@link keepFile}. @returns their ids, in their order. */
export const keepFiles = async (
  { createUpload }: Handlers,
  context: RequestContext,
  files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[],
): Promise<string[]> => {
  const ids: string[] = [];
  for (const file of files)
    ids.push(await keepFile(createUpload as HandlerOf<'createUpload'>, context, file, file.bytes));
  return ids;
};
