import { maxNumber, newChallenge } from '../challenge/check-challenge.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { Refusal } from '../refusal/refusal.ts';
import { publishedSite } from '../sites/published-site.ts';

/** The site's own settings, and challenges for those that ask for proof of work. */
export const siteHandlers = (engine: Engine): Handlers => ({
  async getSite(_, { identity }) {
    if (identity.kind !== 'site') throw new Refusal('scopeInsufficient');
    return { status: 200, body: publishedSite(identity.site, await engine.directory.get(), engine) };
  },
  async getChallenge() {
    const { algorithm, challenge, maxnumber, salt, signature } = await newChallenge(engine);
    return { status: 200, body: { algorithm, challenge, maxnumber: maxnumber ?? maxNumber, salt, signature } };
  },
});
