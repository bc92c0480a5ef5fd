/** Thrown when a command is called in a way that makes no sense. Ends the program with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
