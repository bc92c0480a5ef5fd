import type { Region } from '../../region.ts';
import type { DocumentationOf } from './endpoint-documentation.ts';
import { cityGovernment, transportOffice } from './samples/institutions.ts';

const province: Region = {
  code: '13',
  level: 'province',
  name: 'Sumatera Barat',
  fullName: 'Provinsi Sumatera Barat',
  timeZone: 'Asia/Jakarta',
};

const city: Region = {
  code: '13.71',
  level: 'regency',
  kind: 'kota',
  name: 'Padang',
  fullName: 'Kota Padang',
  parentCode: '13',
  timeZone: 'Asia/Jakarta',
};

/** The endpoints for what a form offers to choose from, in words. */
export const directoryDocumentation: DocumentationOf<'directory'> = {
  listRegions: {
    summary: 'List or search regions',
    description:
      'Regions (*wilayah*) below `parent`, or by name with `q`; without either, the provinces. With `q` each tells in `within` where it lies, and the larger come first; districts and villages are found within a `parent`. Show `fullName`: 26 names belong to both a *kabupaten* and a *kota*. A form can do without this call, because `@lapor/schemas/regions` holds the same tables as files.',
    answerExamples: { 200: { items: [city], nextCursor: null } },
  },
  getRegion: {
    summary: 'Read one region',
    description: 'One region with those that it lies in, the province first.',
    answerExamples: { 200: { ...city, ancestors: [province] } },
  },
  getRegionBoundaries: {
    summary: 'Read the borders of a province’s regencies',
    description:
      'A TopoJSON topology whose polygons carry the `code` of a *kabupaten* or *kota*; about 6 kB compressed. With `regencyAt` of `@lapor/schemas/regions` a page tells the regency around a point without telling anybody the point. The borders are simplified and of unofficial origin: only ever propose what the reporter then confirms. Codes other than those of a province answer 404.',
  },
  listInstitutions: {
    summary: 'List or search institutions',
    description:
      'Institutions (*instansi*) to which reports can go: below `parent`, with authority over `region`, of one `kind`, or by name with `q`. Nobody has to choose one: a report without a target goes to the coordinating admin (*admin koordinator*).',
    answerExamples: { 200: { items: [cityGovernment, transportOffice], nextCursor: null } },
  },
  listCategories: {
    summary: 'List or search categories',
    description:
      'Subjects (*kategori*) that a report can have: the general ones, or with `institution` also those that it alone offers. Ask again when the reporter chooses another institution. A category may bring typed questions of its own, whose answers go into `answers` of the report.',
    answerExamples: {
      200: {
        items: [
          { id: 'perhubungan', name: 'Perhubungan', selectable: false, questions: [] },
          {
            id: 'penerangan-jalan',
            name: 'Penerangan jalan',
            parentId: 'perhubungan',
            selectable: true,
            questions: [
              {
                id: 'poleNumber',
                type: 'text',
                label: 'Nomor tiang',
                hint: 'Tertulis di tiang, misalnya PJU-117.',
                required: false,
                maxLength: 20,
              },
              {
                id: 'lampCount',
                type: 'number',
                label: 'Berapa lampu yang padam?',
                required: false,
                minimum: 1,
                maximum: 500,
              },
            ],
          },
        ],
        nextCursor: null,
      },
    },
  },
};
