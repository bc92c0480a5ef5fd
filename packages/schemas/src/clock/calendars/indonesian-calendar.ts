import type { WorkCalendar } from '../work-calendar.ts';
import { id2025 } from './id-2025.ts';
import { id2026 } from './id-2026.ts';

/** Every year of Indonesia that this package knows: the calendar that is counted with unless another is given. */
export const indonesianCalendar: WorkCalendar = { years: [id2025, id2026] };
