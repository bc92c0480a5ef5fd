/** Runs of one question: the one that is under way, and the one that begins when it ends. */
interface Runs<Result> {
  under: Promise<unknown>;
  next: Promise<Result> | undefined;
}

/**
 * Lets callers who ask the same thing at the same time share an answer. Whoever comes while it is being looked up gets
 * the next answer, never one that was begun before: nobody is told what was true before they asked.
 *
 * @param work looks up the answer to a question. It must not be called within a transaction.
 */
export const sharingRuns = <Question, Result>(
  work: (question: Question) => Promise<Result>,
): ((name: string, question: Question) => Promise<Result>) => {
  const runs = new Map<string, Runs<Result>>();

  const run = (name: string, question: Question): Promise<Result> => {
    const result = work(question);
    const mine: Runs<Result> = { under: result, next: undefined };
    runs.set(name, mine);
    const end = (): void => {
      if (runs.get(name) === mine && mine.next === undefined) runs.delete(name);
    };
    result.then(end, end);
    return result;
  };

  return (name, question) => {
    const current = runs.get(name);
    if (current === undefined) return run(name, question);
    const begin = (): Promise<Result> => run(name, question);
    current.next ??= current.under.then(begin, begin);
    return current.next;
  };
};
