/**
 * Pieces of work that together would hold up the page: each is a task of its own, in the order in which they were asked
 * for, so that the browser paints and answers in between.
 */
let last: Promise<unknown> = Promise.resolve();

const aTask = () => new Promise<void>((begin) => setTimeout(begin));

export function inItsTurn<Result>(work: () => Result): Promise<Result> {
  const done = last.then(aTask).then(work);
  last = done.catch(() => undefined);
  return done;
}
