/** What marks an entry as ours. */
const mark = 'laporDialog';

const markOfEntry = (): unknown => (history.state as Record<string, unknown> | null)?.[mark];

/**
 * An entry of the browser's history that stands for the open dialog, so that the way back closes it and does not leave the
 * page. The address and whatever a router keeps in the entry stay as they are.
 */
export class OwnHistoryEntry {
  #id: number | undefined;
  #goBack: (() => void) | undefined;
  /** Asked to go back, the browser comes to it some time later; asked twice, it would leave the page. */
  #isLeaving = false;

  /** Begins the entry. `goBack` is called when somebody goes back from it. */
  begin(goBack: () => void): void {
    this.#goBack = goBack;
    if (this.#id !== undefined) return;
    // Not a mere `true`: after a reload the entry of an earlier opening is still there.
    const id = Date.now();
    try {
      history.pushState({ ...(history.state as object | null), [mark]: id }, '');
    } catch {
      // Without history, as in some frames, the other ways close the dialog.
      return;
    }
    this.#id = id;
    const ending = new AbortController();
    const listen = (event: Event): void => {
      if (markOfEntry() === id) return;
      // For a router that listens after us nothing has happened. One that listens before hears of an entry of its own.
      event.stopImmediatePropagation();
      ending.abort();
      this.#id = undefined;
      this.#isLeaving = false;
      const left = this.#goBack;
      // Taken away by ourselves, and opened again before the browser came to it.
      if (left === goBack) left();
      else if (left) this.begin(left);
    };
    addEventListener('popstate', listen, { capture: true, signal: ending.signal });
  }

  /** Takes the entry away again, unless the page has gone on from it. */
  end(): void {
    this.#goBack = undefined;
    if (this.#isLeaving || this.#id === undefined || markOfEntry() !== this.#id) return;
    this.#isLeaving = true;
    history.back();
  }
}
