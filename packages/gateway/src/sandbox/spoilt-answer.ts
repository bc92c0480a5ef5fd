import type { SandboxFaultKind } from '@lapor/schemas';

const page = '<!doctype html><html lang="id"><title>Pemeliharaan</title><h1>Layanan sedang dipelihara</h1></html>';
const nonsense = '{"results":{"data":[{"id":"\u0000\uFFFD","status_na';

/** Members that hold a status in words, in any door's answers. */
const labelMembers: ReadonlySet<string> = new Set(['status_name', 'label', 'rawLabel', 'status_notes']);

/** A status that no table knows. */
export const unheardOf = 'Ditelaah Tim Khusus';

/** Everywhere in a value, and in texts that are JSON themselves, the status in other words. */
const relabelled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(relabelled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (labelMembers.has(name) && typeof member === 'string') return [name, unheardOf];
      if (name === 'status_code' && typeof member === 'number') return [name, 77];
      if (name === 'data' && typeof member === 'string')
        return [name, member.replace(/("status_new":)"(?:[^"\\]|\\.)*"/, `$1${JSON.stringify(unheardOf)}`)];
      return [name, relabelled(member)];
    }),
  );
};

/** An answer with something else in it than there was. */
export const spoiltAnswer = async (kind: SandboxFaultKind, answer: Response): Promise<Response> => {
  const headers = new Headers(answer.headers);
  for (const name of ['content-length', 'etag']) headers.delete(name);
  const { status } = answer;
  if (kind === 'html') {
    await answer.body?.cancel();
    headers.set('content-type', 'text/html; charset=utf-8');
    return new Response(page, { status: 200, headers });
  }
  if (kind === 'garbage') {
    await answer.body?.cancel();
    return new Response(nonsense, { status: 200, headers });
  }
  if (!headers.get('content-type')?.includes('json')) return answer;
  return new Response(JSON.stringify(relabelled(await answer.json())), { status, headers });
};
