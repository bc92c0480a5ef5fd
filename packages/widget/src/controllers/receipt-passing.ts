import type { Receipt } from '@lapor/schemas';
import type { FormHost } from './form-host.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';

/** Takes the receipt elsewhere: to the clipboard, or to whoever it is shared with. */
export class ReceiptPassing {
  readonly #host: FormHost;
  readonly #say: LaterSentences;
  readonly canShare = 'share' in navigator;
  /** What came of it. */
  told = '';

  constructor(host: FormHost, say: LaterSentences) {
    this.#host = host;
    this.#say = say;
  }

  async copy({ trackingId, token, followUrl }: Receipt): Promise<void> {
    const { receipt, way } = this.#say;
    const text = [`${receipt.number.label}: ${trackingId}`, `${receipt.token.label}: ${token}`, followUrl];
    this.told = await navigator.clipboard.writeText(text.filter(Boolean).join('\n')).then(
      () => way.copied,
      () => way.notCopied,
    );
    this.#host.requestUpdate();
  }

  /** The number alone: whoever has the key can answer in the reporter's name. */
  async share({ trackingId, followUrl }: Receipt): Promise<void> {
    const text = `${this.#say.receipt.number.label}: ${trackingId}`;
    await navigator.share({ text, ...(followUrl && { url: followUrl }) }).catch(() => {});
  }
}
