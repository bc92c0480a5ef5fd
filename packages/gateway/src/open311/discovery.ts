import type { Answer } from './answer.ts';
import { open311Base, type Open311Call } from './open311-call.ts';

/** The address of the specification stands for its version: programs look for this text. */
const specification = 'http://wiki.open311.org/GeoReport_v2';

/** When the door last changed in a way that programs have to know. */
const changeset = '2026-11-26T00:00:00Z';

/** Says where the door is and what it speaks (Open311 Service Discovery). */
export const discovery = async ({ engine, say }: Open311Call): Promise<Answer> => {
  const sites = [...(await engine.sites.get()).values()];
  const [first] = sites;
  return {
    root: 'discovery',
    isPublic: true,
    value: {
      changeset,
      contact: `${first?.settings.name ?? 'Lapor'}, ${engine.publicUrl}`,
      key_service: say.keyService({ jurisdictions: sites.map(({ id }) => id) }),
      endpoints: [
        {
          specification,
          url: `${engine.publicUrl}${open311Base}`,
          changeset,
          type: engine.sandbox ? 'test' : 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    },
  };
};
