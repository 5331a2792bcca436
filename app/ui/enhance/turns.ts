/**
 * Pieces of work that together would hold up the page: each is a task of its own, in the order in which they were asked
 * for, so that the browser paints and answers in between.
 */
const waiting: (() => void)[] = [];
let taking = false;

export function inItsTurn<Result>(work: () => Result): Promise<Result> {
  const done = new Promise<Result>((keep, fail) => {
    waiting.push(() => {
      try {
        keep(work());
      } catch (fault) {
        fail(fault);
      }
    });
  });
  if (!taking) setTimeout(takeOne);
  taking = true;
  return done;
}

function takeOne(): void {
  waiting.shift()?.();
  taking = waiting.length > 0;
  if (taking) setTimeout(takeOne);
}

// Paper does not wait: what is printed right after the page came is there as a whole.
globalThis.addEventListener?.("beforeprint", () => {
  while (waiting.length > 0) waiting.shift()?.();
});
