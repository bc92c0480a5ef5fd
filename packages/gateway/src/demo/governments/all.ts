import type { Institution } from '@lapor/schemas';
import type { DemoGovernment } from '../demo-government.ts';
import { kobar } from './kobar.ts';
import { nationalInstitutions } from './national.ts';
import { sulbar } from './sulbar.ts';
import { sumbar } from './sumbar.ts';
import { sumenep } from './sumenep.ts';
import { tabanan } from './tabanan.ts';

/** The five governments of the articles from which this project began. */
export const demoGovernments: readonly DemoGovernment[] = [sumbar, sulbar, tabanan, kobar, sumenep];

/** Every institution of the demo data, each after the one that it belongs to. */
export const demoInstitutions: readonly Institution[] = [
  ...nationalInstitutions,
  ...demoGovernments.flatMap(({ institutions, neighbours }) => [...institutions, ...neighbours]),
];
