/** Where mail is handed over, and as whom. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Whether the connection is encrypted from its beginning; otherwise it is by STARTTLS. */
  readonly secure: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const defaultPorts: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** A part of an address as it was meant; `undefined` where it is not percent-encoded as it has to be. */
const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/**
 * Reads a mail server's address: `smtps://NAME:PASSWORD@HOST:465`, `smtp://HOST:587`. Special characters of name and
 * password are percent-encoded. Nothing else may stand in it.
 *
 * @returns `undefined` when it is none.
 */
export const readMailServer = (text: string): MailServer | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const defaultPort = defaultPorts[protocol];
  if (defaultPort === undefined || hostname === '' || !['', '/'].includes(pathname) || search || hash) return undefined;
  const [user, pass] = [decoded(username), decoded(password)];
  if (user === undefined || pass === undefined || (user === '') !== (pass === '')) return undefined;
  return {
    host: decoded(hostname)?.replace(/^\[(.*)\]$/, '$1') ?? hostname,
    port: port === '' ? defaultPort : Number(port),
    secure: protocol === 'smtps:',
    ...(user !== '' && { auth: { user, pass } }),
  };
};
