import { troubleOf } from "./trouble.server";

/** Whoever has waited for so long learns from the one before whether the database answers, and need not find out itself. */
const PATIENCE_MS = 5_000;

export interface Turns {
  take<Result>(work: () => Promise<Result>): Promise<Result>;
  /** When all that has been asked so far is over, well or badly. */
  over(): Promise<void>;
}

/**
 * One after the other, in the order in which they asked. Where the database is locked or away each turn takes as long as
 * it takes to give up: those who waited through that are told the same at once, or the last of fifty would wait for minutes.
 */
export function inTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let trouble: unknown;
  const take: Turns["take"] = (work) => {
    const asked = performance.now();
    const turn = last.then(async () => {
      if (trouble !== undefined && performance.now() - asked > PATIENCE_MS) throw trouble;
      try {
        const result = await work();
        trouble = undefined;
        return result;
      } catch (problem) {
        const kind = troubleOf(problem);
        trouble = kind === "busy" || kind === "away" ? problem : undefined;
        throw problem;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return { take, over: async () => void (await last) };
}
