/** The dialog has been closed. What was typed in it is still there. Comes from the button. */
export class LaporHideEvent extends Event {
  constructor() {
    // As the others travel; what they share would be a file of its own beside the form's first.
    super('lapor-hide', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-hide': LaporHideEvent;
  }
}
