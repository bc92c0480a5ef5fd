/** A function that sends, in the sense of the Fetch standard, as the client uses it. */
export type Send = (input: string, init: RequestInit) => Promise<Response>;

/** Enough for the lists that a desk goes back to, in at most some megabytes. */
const most = { entries: 50, characters: 200_000 };

/**
 * Lets a function that sends ask only whether what it read before has changed (`ETag`, RFC 9110, 13.1.2): the last 50
 * answers are kept in memory, each for its address, key and language. Browsers do this by themselves, with their own cache;
 * programs do not, so {@link createDeskClient} does it for them.
 *
 * @example createClient({ gateway, siteKey, fetch: revalidating(fetch) })
 */
export const revalidating = (send: Send): Send => {
  const kept = new Map<string, { readonly etag: string; readonly text: string; readonly headers: Headers }>();

  const keep = async (name: string, response: Response): Promise<Response> => {
    const etag = response.headers.get('etag');
    kept.delete(name);
    if (etag === null || response.status !== 200) return response;
    const text = await response.text();
    const { headers } = response;
    if (text.length <= most.characters) kept.set(name, { etag, text, headers });
    const [oldest] = kept.keys();
    if (kept.size > most.entries && oldest !== undefined) kept.delete(oldest);
    return new Response(text, { headers });
  };

  return async (input, init) => {
    if (init.method !== 'GET') return send(input, init);
    const headers = new Headers(init.headers);
    const name = `${input} ${headers.get('authorization')} ${headers.get('accept-language')}`;
    const known = kept.get(name);
    if (known) headers.set('if-none-match', known.etag);
    const response = await send(input, { ...init, headers });
    return known && response.status === 304
      ? new Response(known.text, { headers: known.headers })
      : keep(name, response);
  };
};
