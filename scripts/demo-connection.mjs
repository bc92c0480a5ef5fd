// How the demo's region speaks to the demo's nation: what a real region would be told by whoever has the developer's role.

/** The two secrets of the region's program at the nation. Everybody knows them: they exist in demo data alone. */
const secrets = { authorization: 'Bearer sk_demo_national', token: 'sk_demo_sumbar' };

/** A list of the nation's master data. */
const masters = async (nation, name) => {
  const answer = await fetch(`${nation}/lapor/3.0.0/masters/${name}page_size=1000`, { headers: secrets });
  if (!answer.ok) throw new Error(`The nation's gateway does not tell its ${name}: ${answer.status}`);
  return (await answer.json()).results.data;
};

const idOf = (list, name) => {
  const found = list.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`The nation's gateway knows no "${name}".`);
  return found.id;
};

/** Ids there by ids here, matched by name: both gateways hold the same demo data. */
const idsByName = (theirs, ours) => {
  const ids = new Map(theirs.map(({ name, id }) => [name, id]));
  return Object.fromEntries(ours.flatMap(({ id, name }) => (ids.has(name) ? [[id, ids.get(name)]] : [])));
};

/** Settings of the region's gateway with which the reports of Sumatera Barat go on to the nation. The workspace has been built. */
export const connectionTo = async (nation) => {
  const { demoCategories } = await import('../packages/gateway/dist/demo/categories.js');
  const { provinces, regenciesOf } = await import('../packages/schemas/dist/regions/index.js');
  const regencies = regenciesOf('13').map(({ code, fullName }) => ({ id: code, name: fullName }));
  const [places, topics] = await Promise.all([masters(nation, 'locations?'), masters(nation, 'categories?')]);
  const province = idOf(places, provinces().find(({ code }) => code === '13').fullName);
  const below = await masters(nation, `locations?parent_id=${province}&`);
  return {
    connectors: { institutions: { sumbar: 'sp4n' } },
    sp4n: {
      baseUrl: `${nation}/lapor/3.0.0`,
      ...secrets,
      lookUpPath: '/complaints?search=%23{marker}',
      channelId: 13,
      classifications: { complaint: 1, informationRequest: 2, aspiration: 3 },
      categories: idsByName(topics, demoCategories),
      otherCategoryId: topics[0].id,
      locations: { 13: province, ...idsByName(below, regencies) },
      otherLocationId: province,
      templates: { dispute: 'reporter-dispute', withdrawal: 'reporter-withdrawal' },
      tags: ['#sumbar'],
    },
    // Everything at once, for somebody who watches. A real region asks every quarter of an hour.
    forwarding: { patience: 10, settling: 5, pollEvery: 1, pollAtLeastEvery: 5 },
  };
};
