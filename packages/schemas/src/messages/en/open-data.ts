import type { openData as source } from '../id/open-data.ts';

/** The English of the Indonesian `openData`. */
export const openData: typeof source = {
  title: ({ site }) => `Citizens’ reports: ${site}`,
  description: ({ institution }) =>
    `Citizens’ reports that the public may read, from ${institution}. Who reported and confidential reports are not in it, and personal data in texts is masked. In CSV files, a text that a spreadsheet could take for a formula begins with an apostrophe.`,
  columns: {
    trackingId: { title: 'Report number', description: 'The number on the receipt.' },
    classification: {
      title: 'Classification',
      description:
        'The kind of report: `complaint`, `aspiration` (a wish or proposal) or `informationRequest` (a question).',
    },
    title: { title: 'Title', description: 'The title of the report. Personal data is masked.' },
    content: { title: 'Content', description: 'The whole text of the report. Personal data is masked.' },
    categoryId: { title: 'Category code', description: 'The operator’s code of the category.' },
    category: { title: 'Category', description: 'The name of the category.' },
    regionCode: {
      title: 'Region code',
      description: 'The code of the Ministry of Home Affairs, as deep as it is known: from province to village.',
    },
    region: { title: 'Region', description: 'The name of the regency or city, or of the province.' },
    landmark: { title: 'Landmark', description: 'How to find the place. Personal data is masked.' },
    latitude: { title: 'Latitude', description: 'Degrees, WGS 84, rounded to about a hundred metres.' },
    longitude: { title: 'Longitude', description: 'Degrees, WGS 84, rounded to about a hundred metres.' },
    incidentDate: { title: 'Date of the incident', description: 'A date in the region’s own time zone.' },
    channel: { title: 'Channel', description: 'The door through which the report came, such as `website` or `sms`.' },
    status: { title: 'Status code', description: 'The code of the report’s status when this was read.' },
    statusLabel: { title: 'Status in words', description: 'The name of the status, as reporters read it.' },
    institutionId: { title: 'Institution code', description: 'The code of the institution that has the report.' },
    institution: { title: 'Institution', description: 'The name of the institution that has the report.' },
    receivedAt: { title: 'Received', description: 'When the report was received, in UTC.' },
    updatedAt: { title: 'Updated', description: 'When something last happened to it, in UTC.' },
    supportCount: { title: 'Support', description: 'How many others said that it concerns them too.' },
    rating: { title: 'Rating', description: 'The reporter’s rating, from 1 (poor) to 5 (very good).' },
  },
};
