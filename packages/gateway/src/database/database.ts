/** One row as the driver gives it. Counts and ids of type `bigint` come as strings. */
export type Row = Record<string, unknown>;

/** Something that answers SQL: the database itself, or one transaction in it. */
export interface Queryable {
  /** Runs one statement. Values stand for `$1`, `$2` …; no text is ever put into the statement. */
  query<Result = Row>(statement: string, values?: readonly unknown[]): Promise<Result[]>;
}

/** Something that answers SQL, one statement at a time or several in a transaction. */
export interface Transactor extends Queryable {
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
}

/** The gateway's database: PostgreSQL, or PGlite within the process. The same statements run on both. */
export interface Database extends Transactor {
  /**
   * The same database for work that is done again when it is forgotten: handing on, carrying, taking a job. What is
   * committed there is on the disk a moment later, and nobody waits for it. A server that crashes may forget the last of
   * it; it never forgets the earlier and keeps the later, nor anything that was committed with care.
   */
  readonly repeatable: Transactor;
  close(): Promise<void>;
}
