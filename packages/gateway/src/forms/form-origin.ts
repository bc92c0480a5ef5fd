/** The origin at which this request itself came in: its host, whatever the proxy in front does with the scheme. */
const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/**
 * Whether a form may have been posted from a page of this origin: the gateway's own, or one on which the site stands.
 *
 * No origin, and `null`, are let through. A browser sends `null` for a page whose `Referrer-Policy` is `no-referrer` (Fetch,
 * "append a request Origin header") and for one in a sandbox, some privacy settings send nothing, and there is no session
 * that a foreign page could make use of: it could only show the citizen a form, with the gateway's address above it.
 */
export const isFormOrigin = (
  origin: string | null,
  {
    origins,
    publicUrl,
    requestUrl,
  }: { readonly origins: readonly string[]; readonly publicUrl: string; readonly requestUrl: string },
): boolean => {
  if (origin === null || origin === 'null' || origins.includes(origin)) return true;
  const host = hostOf(origin);
  return host !== undefined && (host === hostOf(publicUrl) || host === hostOf(requestUrl));
};
