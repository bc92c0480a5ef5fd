import type { open311 as source } from '../id/open311.ts';

/** The English of the Indonesian `open311`. */
export const open311: typeof source = {
  general: {
    title: 'General report',
    description: 'For whatever fits no other service. An officer finds the right one.',
  },
  serviceDescription: ({ name, group }) =>
    group === undefined ? `Reports about ${name}.` : `Reports about ${name} (${group}).`,
  yes: { label: 'Yes' },
  no: { label: 'No' },
  datatypes: {
    text: 'Free text.',
    number: 'A number.',
    date: 'A date, such as 2026-03-31.',
    choice: 'Choose one.',
    choices: 'Choose one or more.',
  },
  serviceNotice: ({ trackingId, institution, url }) =>
    `We have your report, number ${trackingId}. ${institution} is looking at it. Follow it at ${url}.`,
  photosAt: ({ urls }) => `Photos or links from the reporter, by Open311: ${urls.join(' ')}`,
  keyService: ({ jurisdictions }) =>
    `Ask whoever runs the site for a key. Values of jurisdiction_id: ${jurisdictions.join(', ')}.`,
  saidClosed: 'The reporter says that the problem is solved.',
  saidOpen: 'The reporter says that the problem is not solved.',
  faults: {
    jurisdictionMissing: ({ jurisdictions }) => `Send jurisdiction_id. It can be: ${jurisdictions.join(', ')}.`,
    jurisdictionUnknown: 'This jurisdiction_id is not known.',
    jurisdictionOfOthers: 'This api_key is not for that jurisdiction_id.',
    keyMissing: 'Send api_key.',
    keyUnknown: 'This api_key is not known, or no longer valid.',
    serviceMissing: 'Send service_code.',
    serviceUnknown: 'This service_code is not known. Fetch the list of services again.',
    positionIncomplete: 'Send lat and long together, in decimal degrees.',
    requestMissing: 'Send service_request_id.',
    requestUnknown: 'There is no report with this service_request_id.',
    tokenUnknown: 'This token is not known.',
    nothingHere: 'There is nothing at this address. Begin with discovery.xml.',
    dateUnreadable: ({ name }) =>
      `The ${name} cannot be read. Write date and time with their zone, such as 2026-03-31T08:00:00Z.`,
    windowTooLong: ({ days }) =>
      `The start_date and the end_date may lie at most ${days} days apart. Fetch the rest with a further request.`,
    windowReversed: 'The end_date must come after the start_date.',
    statusUnknown: 'The status can only be open or closed.',
    pageUnreadable: 'Both page and page_size must be whole numbers from 1; page_size at most 1000.',
    updateEmpty: 'Send description or status.',
    updateNotForKey: 'Updates can only be sent with a secret key (sk_) of the system that sent the report.',
  },
};
