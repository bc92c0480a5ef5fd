/** The text of an answer that is bytes to the contract. */
export const textOf = (answer: { readonly status: number }): Promise<string> =>
  (answer as unknown as { readonly body: Blob }).body.text();
