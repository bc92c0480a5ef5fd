import type { FormHost } from './form-host.ts';
import { LaporErrorEvent } from '../events/error-event.ts';
import type { Category } from '@lapor/schemas';
import { type CategoryGroup, categoryGroups } from '../report/category-groups.ts';
import { type FormSite, usualSite } from '../report/form-site.ts';
import type { GatewayLink } from './gateway-link.ts';
import { tellMisconfigured } from './misconfigured.ts';
import * as linking from './gateway-link.ts';

/** What asks the gateway, with what judges a report. */
export type Link = GatewayLink & typeof linking;

/** The settings of the site and its categories, each asked for once; and the link over which they come. */
export class SiteSettings {
  readonly #host: FormHost;
  #asked: Promise<void> | undefined;
  /** What a form goes by until the gateway has told. */
  site: FormSite = usualSite;
  #categories: readonly Category[] = [];
  #categoriesOf: string | undefined;
  /** The subjects that can be chosen. */
  categories: readonly CategoryGroup[] = [];
  /** The link, once it was asked for. */
  link: Link | undefined;

  constructor(host: FormHost) {
    this.#host = host;
  }

  /** @throws TypeError when its address or its key is none. */
  async loadLink(): Promise<Link> {
    this.link ??= { ...linking, ...linking.createGatewayLink(this.#host) };
    return this.link;
  }

  /** Asks for the settings, once. @throws when the link cannot be loaded. */
  ask(): Promise<void> {
    this.#asked ??= this.#read();
    this.#asked.catch(() => (this.#asked = undefined));
    return this.#asked;
  }

  /** When the settings do not come, the form goes on with usual ones. */
  async #read(): Promise<void> {
    const link = await this.loadLink();
    try {
      this.site = await link.site();
      void this.readCategories();
    } catch (error) {
      this.#asked = undefined;
      if (!tellMisconfigured(this.#host, (error as { problem?: { code: string } }).problem))
        this.#host.dispatchEvent(new LaporErrorEvent('gatewayAway'));
    }
    this.#host.requestUpdate();
  }

  /** The category with this id, as far as its list is here. */
  category(id: string | undefined): Category | undefined {
    return this.#categories.find((one) => one.id === id);
  }

  /**
   * Asks for the subjects of an institution: the chosen one, or the site's own. Without them the admin chooses one, as for
   * everybody who leaves the list alone. What is chosen stays in the list: the gateway takes it for every institution.
   */
  async readCategories(institution = this.site.institution?.id): Promise<void> {
    if (this.#categories.length > 0 && this.#categoriesOf === institution) return;
    this.#categoriesOf = institution;
    const link = await this.loadLink();
    const list = await link.categories(institution).catch(() => this.#categories);
    // Another has been chosen meanwhile.
    if (this.#categoriesOf !== institution) return;
    const chosen = this.category(this.#host.values.category);
    const isGone = chosen && !list.some(({ id }) => id === chosen.id);
    this.#categories = isGone ? [...list, chosen] : list;
    this.categories = categoryGroups(this.#categories);
    this.#host.requestUpdate();
  }
}
