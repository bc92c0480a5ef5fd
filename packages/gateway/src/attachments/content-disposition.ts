/** Characters that need no escape in an extended value (RFC 8187, 3.2.1), as far as `encodeURIComponent` leaves others alone too. */
const extended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * `Content-Disposition` for a file of the given name (RFC 6266): in plain letters for old programs, and in full for all others.
 * Nothing in a name can end the value or the header.
 */
export const contentDisposition = (how: 'inline' | 'attachment', name: string): string => {
  const whole = name.toWellFormed();
  const plain = whole.replace(/[^ -~]|["%\\]/gu, '_');
  return `${how}; filename="${plain}"; filename*=UTF-8''${extended(whole)}`;
};
