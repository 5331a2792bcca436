/** What the database does in this process, for whoever measures it: nothing when nobody listens. */
export interface Meter {
  /** One statement of a read or inside a write, in milliseconds. */
  statement(milliseconds: number): void;
  /** One write transaction: how long it waited for its turn and how long it then took, in milliseconds. */
  write(waited: number, took: number): void;
}

let listening: Meter | null = null;
let waiting = 0;

export function listenTo(meter: Meter | null): void {
  listening = meter;
}

/** Writers that wait for their turn or write now. */
export const writersWaiting = (): number => waiting;

export function timed<Result>(work: () => Result): Result {
  if (!listening) return work();
  const from = performance.now();
  const done = () => listening?.statement(performance.now() - from);
  let result: Result;
  try {
    result = work();
  } catch (problem) {
    done();
    throw problem;
  }
  if (result instanceof Promise) result.then(done, done);
  else done();
  return result;
}

/** Runs a write transaction; `turn` is called by it when its turn has come. */
export async function timedWrite<Result>(write: (turn: () => void) => Promise<Result>): Promise<Result> {
  const asked = performance.now();
  let began = asked;
  waiting += 1;
  try {
    return await write(() => {
      began = performance.now();
    });
  } finally {
    waiting -= 1;
    listening?.write(began - asked, performance.now() - began);
  }
}
