import { type DemoReport, reportsOf } from '../demo-report.ts';
import { sumenepReports2020 } from './sumenep-2020.ts';
import { sumenepReports2021 } from './sumenep-2021.ts';
import { sumenepReports2022 } from './sumenep-2022.ts';
import { sumenepReports2023 } from './sumenep-2023.ts';

/** The invented reports of Sumenep: 42 in 2020, 12 in 2021, 31 in 2022 and 43 from January to April 2023. */
export const sumenepReports: readonly DemoReport[] = reportsOf('sumenep', [
  ...sumenepReports2020,
  ...sumenepReports2021,
  ...sumenepReports2022,
  ...sumenepReports2023,
]);
