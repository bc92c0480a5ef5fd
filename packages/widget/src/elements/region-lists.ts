import type { Region } from '@lapor/schemas';
import type { RegionChoices } from '../controllers/region-choices.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import type { ChoiceGroup } from '../templates/select-field.ts';
import type { RegionList } from '../templates/where-step.ts';

const choicesOf = (regions: readonly Region[]) =>
  regions.map(({ code, fullName }) => ({ value: code, label: fullName }));

/** Kabupaten and Kota apart: 26 names belong to both. Other levels as they are. */
const groupsOf = (regions: readonly Region[], say: LaterSentences): ChoiceGroup[] => {
  const byKind = Object.entries(say.way.regencies).map(([kind, label]) => ({
    label,
    choices: choicesOf(regions.filter((region) => region.level === 'regency' && region.kind === kind)),
  }));
  const others = regions.filter(({ level }) => level !== 'regency');
  return [...byKind, { choices: choicesOf(others) }].filter(({ choices }) => choices.length > 0);
};

const labelOf = (regions: readonly Region[], say: LaterSentences): string => {
  const { level } = regions[0] ?? {};
  if (level === 'regency') return say.way.regency.label;
  return level === 'village' ? say.way.village.label : say.way.district.label;
};

/**
 * The lists that lead to a region: first what lies in the site's own and, because nobody is at a wrong door, the provinces
 * elsewhere; then below what was chosen, as long as there is something below.
 */
export const regionLists = (
  choices: RegionChoices,
  own: string | undefined,
  chosen: string | undefined,
  say: LaterSentences,
): RegionList[] => {
  const inOwn = own === undefined ? [] : choices.below(own);
  const provinces = choices.below(undefined);
  if (!inOwn || !provinces) return [];
  const way = choices.chosenBelow(own, chosen);
  const elsewhere = provinces.filter(({ code }) => code !== own);
  const lists: RegionList[] = [
    {
      id: 'region',
      label: '',
      chosen: way[0],
      groups: [...groupsOf(inOwn, say), { label: own && say.form.otherRegions.label, choices: choicesOf(elsewhere) }],
    },
  ];
  for (const [index, code] of way.entries()) {
    const below = code.length > 8 ? [] : choices.below(code);
    if (!below || below.length === 0) break;
    lists.push({
      id: `region-${index + 2}`,
      label: labelOf(below, say),
      chosen: way[index + 1],
      groups: groupsOf(below, say),
    });
  }
  return lists;
};
