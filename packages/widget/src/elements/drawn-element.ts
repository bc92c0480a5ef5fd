import { type CSSResult, type ReactiveController, type ReactiveControllerHost, render } from 'lit';
import { adoptStyles } from '../styles/adopt-styles.ts';

/**
 * An element that draws itself into its shadow root, and tells its controllers. `LitElement` without what the form does not
 * use: accessors for attributes, and updates that look which of them have changed.
 */
export abstract class DrawnElement extends HTMLElement implements ReactiveControllerHost {
  readonly #controllers = new Set<ReactiveController>();
  #update: Promise<void> | undefined;

  /** What is shown. @internal */
  abstract render(): unknown;

  /** Done when what was asked for is shown. @internal */
  get updateComplete(): Promise<boolean> {
    return Promise.resolve(this.#update).then(() => true);
  }

  /** @internal */
  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.shadowRoot && this.isConnected) controller.hostConnected?.();
  }

  /** @internal */
  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  /** Shows it anew, once for all that change it now. @internal */
  requestUpdate(): void {
    this.#update ??= Promise.resolve().then(() => this.draw());
  }

  /** Shows it now. @internal */
  protected draw(): void {
    this.#update = undefined;
    if (!this.shadowRoot) return;
    render(this.render(), this.shadowRoot);
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }

  /** Attaches the shadow root and shows it, or goes on where it was. @internal */
  protected attach(styles: CSSResult): void {
    if (this.shadowRoot) {
      for (const controller of this.#controllers) controller.hostConnected?.();
      return;
    }
    adoptStyles(this.attachShadow({ mode: 'open' }), styles);
    // At once, so that no key goes to a field that is not there any more.
    this.draw();
  }

  /** @internal */
  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}
