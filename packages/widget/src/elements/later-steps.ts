/** What comes after the first step, as the form sees it. */
export interface LaterSteps {
  /** Goes on from the step that is shown. @throws when a part of it cannot be loaded. */
  next(): Promise<void>;
  /** Sends what waits from an earlier visit. */
  resume(): Promise<void>;
  /** Hears of every input, in any step. */
  handleInput(control: HTMLInputElement): void;
  /** The step that is shown; nothing where that is the first one, alone. */
  render(): unknown;
}
