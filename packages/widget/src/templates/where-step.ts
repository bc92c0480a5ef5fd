import { html, nothing, type TemplateResult } from 'lit';
import type { CategoryGroup } from '../report/category-groups.ts';
import { typeNames } from '../report/type-names.ts';
import { frameOf, hasField, type LaterView } from './field-frames.ts';
import { filesField, type ShownFile } from './files-field.ts';
import { type ChoiceGroup, selectField } from './select-field.ts';
import { lineField } from './text-fields.ts';

/** One list on the way to a region. */
export interface RegionList {
  /** The control's name; the first has the field's own. */
  readonly id: string;
  readonly label: string;
  readonly chosen: string | undefined;
  readonly groups: readonly ChoiceGroup[];
}

/** What the step shows besides fields. */
export interface WhereView extends LaterView {
  readonly regions: { readonly lists: readonly RegionList[]; readonly isLoading: boolean; readonly hasFailed: boolean };
  /** The quicker ways to a region, once they are there. */
  readonly placing: unknown;
  readonly categories: readonly CategoryGroup[];
  /** The fields of the chosen category's own questions. */
  readonly questions: unknown;
  readonly files: readonly ShownFile[];
  readonly removeFile: (index: number) => void;
  /** How it stands with the files, in words. */
  readonly filesTold: string;
  readonly progressLabel: (name: string) => string;
  /** The last day that can be chosen. */
  readonly today: string;
}

const regionFields = (view: WhereView): unknown => {
  const { say, regions } = view;
  const frame = frameOf(view, 'region');
  const lists = regions.lists.map(({ id, label, chosen, groups }, index) =>
    selectField(
      index === 0 ? frame : { id, label, optional: view.first.formStart.optional.label },
      chosen,
      say.form.unknownRegion.label,
      groups,
    ),
  );
  const told = regions.isLoading ? say.way.loadingRegions : regions.hasFailed ? say.way.noRegions : '';
  return html`${lists}
    <p role="status" class="hint ${told ? '' : 'empty'}" id=${lists.length === 0 ? 'region' : nothing} tabindex="-1">
      ${told}
    </p>`;
};

const attachments = (view: WhereView): unknown => {
  const { say, site, files, filesTold, progressLabel, language, removeFile } = view;
  const { types, maxCount, maxTotalBytes } = site.limits.attachments;
  const frame = frameOf(view, 'attachments');
  const allowed = say.attachments.allowed({
    types: typeNames(types),
    maximumCount: maxCount,
    maximumBytes: maxTotalBytes,
  });
  return filesField(
    { ...frame, hint: `${frame.hint} ${allowed} ${say.way.photosReduced}` },
    {
      accept: types.join(','),
      files,
      language,
      told: filesTold,
      progressLabel,
      removeLabel: say.form.removeFile.label,
      onRemove: removeFile,
    },
  );
};

/** The second step: where and when, and photos. */
export const whereStep = (view: WhereView): TemplateResult =>
  html`${view.placing} ${regionFields(view)} ${lineField(frameOf(view, 'landmark'), view.values.landmark)}
  ${lineField(frameOf(view, 'incidentDate'), view.values.incidentDate, { type: 'date', max: view.today })}
  ${hasField(view, 'attachments') ? attachments(view) : nothing}
  ${
    view.categories.length === 0
      ? nothing
      : selectField(frameOf(view, 'category'), view.values.category, view.say.form.noCategory.label, view.categories)
  }
  ${view.questions}`;
