import pg from 'pg';

/** Runs one statement, or several, on a server's database, and gives the rows of the last. */
export const runStatement = async (databaseUrl: string, text: string, values?: unknown[]): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const result = await client.query(text, values);
    return [result].flat().at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
};
