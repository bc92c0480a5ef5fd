/** The form has been opened in its dialog. Comes from the button. */
export class LaporShowEvent extends Event {
  constructor() {
    // As the others travel; what they share would be a file of its own beside the form's first.
    super('lapor-show', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-show': LaporShowEvent;
  }
}
