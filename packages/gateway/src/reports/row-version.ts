/**
 * Which version of its row a report is read in, as one column. Whatever is done to a report writes its row, and every
 * transaction that writes one leaves its own number there. Only ever compared with what this process has read itself, a
 * short while ago.
 */
export const versionColumn = `xmin::text || '.' || sequence as version`;
