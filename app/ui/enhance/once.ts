/** Does some work when its result is first asked for, and never again. */
export function once<Result>(work: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => {
    made ??= { result: work() };
    return made.result;
  };
}
