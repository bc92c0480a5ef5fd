import type { Language, MissingHint, PersonalDataHint, SuggestionRequest } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { checkCompleteness, findPersonalData } from '@lapor/schemas/text-checks';

/** Where personal data stands in the draft, with what to say to it. The data itself is not repeated. */
export const personalDataHints = (draft: SuggestionRequest, language: Language): PersonalDataHint[] => {
  const sentences = messagesFor(language).personalData;
  const texts = { title: draft.title, content: draft.content, landmark: draft.incident?.place?.landmark };
  return (['title', 'content', 'landmark'] as const).flatMap((field) =>
    findPersonalData(texts[field] ?? '').map(({ kind, start, end }) => ({
      field,
      kind,
      start,
      end,
      message: sentences[kind],
    })),
  );
};

/** What an operator would still ask for, in the order in which a form asks. */
export const missingHints = (draft: SuggestionRequest, language: Language): MissingHint[] => {
  const sentences = messagesFor(language).gaps;
  const { regionCode, landmark } = draft.incident?.place ?? {};
  const gaps = checkCompleteness({
    title: draft.title ?? '',
    content: draft.content ?? '',
    attachmentCount: draft.attachmentCount ?? 0,
    classification: draft.classification,
    incidentDate: draft.incident?.date,
    regionCode,
    landmark,
  });
  return gaps.map(({ code, reason }) => ({
    code,
    message: (sentences[code] as Partial<Record<typeof reason, string>>)[reason] ?? '',
  }));
};
