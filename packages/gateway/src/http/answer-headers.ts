/**
 * The headers of an answer while it is made, by their names in small letters. They are plain because the server writes
 * them as they are: a `Headers` object would be filled, and read again, for every answer.
 */
export type AnswerHeaders = Record<string, string>;
