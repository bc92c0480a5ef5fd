import type { FormHost } from './form-host.ts';
import { LaporErrorEvent } from '../events/error-event.ts';
import { type CategoryGroup, categoryGroups } from '../report/category-groups.ts';
import { type FormSite, usualSite } from '../report/form-site.ts';
import type { GatewayLink } from './gateway-link.ts';
import { tellMisconfigured } from './misconfigured.ts';
import type * as linking from './gateway-link.ts';

/** What asks the gateway, with what judges a report. */
export type Link = GatewayLink & typeof linking;

/** The settings of the site and its categories, each asked for once; and the link over which they come. */
export class SiteSettings {
  readonly #host: FormHost;
  #loading: Promise<Link> | undefined;
  #asked: Promise<void> | undefined;
  /** What a form goes by until the gateway has told. */
  site: FormSite = usualSite;
  categories: readonly CategoryGroup[] = [];
  /** The link, once it is loaded. */
  link: Link | undefined;

  constructor(host: FormHost) {
    this.#host = host;
  }

  /** @throws when it cannot be loaded. */
  loadLink(): Promise<Link> {
    this.#loading ??= import('./gateway-link.ts').then((module) => {
      this.link = { ...module, ...module.createGatewayLink(this.#host) };
      return this.link;
    });
    this.#loading.catch(() => (this.#loading = undefined));
    return this.#loading;
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
      void this.#readCategories(link);
    } catch (error) {
      this.#asked = undefined;
      if (!tellMisconfigured(this.#host, (error as { problem?: { code: string } }).problem))
        this.#host.dispatchEvent(new LaporErrorEvent('gatewayAway'));
    }
    this.#host.requestUpdate();
  }

  /** Without them the admin chooses one, as for everybody who leaves the list alone. */
  async #readCategories(link: Link): Promise<void> {
    this.categories = categoryGroups(await link.categories(this.site.institution?.id).catch(() => []));
    this.#host.requestUpdate();
  }
}
