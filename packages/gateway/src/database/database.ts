/** One row as the driver gives it. Counts and ids of type `bigint` come as strings. */
export type Row = Record<string, unknown>;

/** Something that answers SQL: the database itself, or one transaction in it. */
export interface Queryable {
  /** Runs one statement. Values stand for `$1`, `$2` …; no text is ever put into the statement. */
  query<Result = Row>(statement: string, values?: readonly unknown[]): Promise<Result[]>;
}

/** The gateway's database: PostgreSQL, or PGlite within the process. The same statements run on both. */
export interface Database extends Queryable {
  readonly engine: 'postgresql' | 'pglite';
  /**
   * Runs the work in one transaction: all of it is kept, or none.
   *
   * @param options `unhurried` lets each statement take as long as it needs: for migrations.
   */
  transaction<Result>(
    work: (transaction: Queryable) => Promise<Result>,
    options?: { readonly unhurried?: boolean },
  ): Promise<Result>;
  close(): Promise<void>;
}
