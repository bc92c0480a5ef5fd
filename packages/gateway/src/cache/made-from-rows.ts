import { hash } from 'node:crypto';

/**
 * Makes a value of rows; of the same rows it gives the very same value again. What is loaded anew every few seconds stays
 * one thing as long as nothing has changed, and what was made with its help can be kept by its identity.
 */
export const madeFromRows = <Rows, Value>(make: (rows: Rows) => Value): ((rows: Rows) => Value) => {
  let last: { readonly mark: string; readonly value: Value } | undefined;
  return (rows) => {
    const mark = hash('sha256', JSON.stringify(rows));
    if (last?.mark !== mark) last = { mark, value: make(rows) };
    return last.value;
  };
};
