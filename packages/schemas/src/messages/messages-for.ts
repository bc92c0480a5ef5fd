import type { Language } from '../fields/language.ts';
import * as en from './en.ts';
import * as id from './id.ts';

/** Every sentence of one language, by subject. A further language is an object of this type: the compiler names what is missing. */
export type Messages = { readonly [Subject in keyof typeof id]: (typeof id)[Subject] };

const languages: Readonly<Record<Language, Messages>> = { id, en };

/**
 * The sentences of a language. It brings both languages along: for a server. A browser imports
 * `@lapor/schemas/messages/id` or `/en`, and only when it needs it.
 */
export const messagesFor = (language: Language): Messages => languages[language];
