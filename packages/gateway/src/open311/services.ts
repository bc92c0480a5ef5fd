import type { Category } from '@lapor/schemas';
import type { SiteRecord } from '../sites/site-record.ts';
import type { Answer } from './answer.ts';
import { attributeOf } from './question-attribute.ts';
import type { Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';

/**
 * The service of reports without a category: nobody is refused for not knowing it. No category can be called so, because
 * identifiers begin with a letter or a digit.
 */
export const generalService = '_umum';

/** A category is offered by a site when it is for all institutions, or for one of the site's own government. */
const isOffered = ({ selectable, institutionId }: Category, site: SiteRecord, { directory }: Open311Call): boolean =>
  selectable &&
  (institutionId === undefined ||
    directory.isWithin(institutionId, site.institutionId) ||
    directory.isWithin(site.institutionId, institutionId));

const offeredBy = (call: Open311Call, site: SiteRecord): Category[] =>
  [...call.directory.categories.values()].filter((category) => isOffered(category, site, call));

/** The category that a service stands for; `undefined` for the general one. @throws Open311Fault when there is no such service. */
export const categoryOfService = (call: Open311Call, site: SiteRecord, code: string): Category | undefined => {
  if (code === generalService) return undefined;
  const category = call.directory.categories.get(code);
  if (category === undefined || !isOffered(category, site, call)) throw new Open311Fault(404, 'serviceUnknown');
  return category;
};

/** Code and name of a report's service. A category that is gone is still told by its code. */
export const serviceOf = (call: Open311Call, categoryId: string | null) => ({
  service_name:
    categoryId === null ? call.say.general.title : (call.directory.categories.get(categoryId)?.name ?? categoryId),
  service_code: categoryId ?? generalService,
});

const groupOf = (call: Open311Call, { parentId }: Category): string | undefined =>
  parentId === undefined ? undefined : call.directory.categories.get(parentId)?.name;

const published = (call: Open311Call, category: Category) => {
  const group = groupOf(call, category);
  return {
    service_code: category.id,
    service_name: category.name,
    description: call.say.serviceDescription({ name: category.name, group }),
    metadata: category.questions.length > 0,
    type: 'realtime',
    keywords: [category.name, ...(group === undefined ? [] : [group])]
      .map((word) => word.replaceAll(',', ''))
      .join(', '),
    group: group ?? null,
  };
};

/** `GET services`: what can be reported in a jurisdiction. */
export const listServices = (call: Open311Call, site: SiteRecord): Answer => ({
  root: 'services',
  isPublic: true,
  value: [
    ...offeredBy(call, site).map((category) => published(call, category)),
    {
      service_code: generalService,
      service_name: call.say.general.title,
      description: call.say.general.description,
      metadata: false,
      type: 'realtime',
      keywords: call.say.general.title,
      group: null,
    },
  ],
});

/** `GET services/CODE`: what is asked about one service. */
export const defineService = (call: Open311Call, site: SiteRecord, code: string): Answer => {
  const category = categoryOfService(call, site, code);
  return {
    root: 'service_definition',
    isPublic: true,
    value: {
      service_code: code,
      attributes: (category?.questions ?? []).map((question, index) => attributeOf(question, index + 1, call.say)),
    },
  };
};
