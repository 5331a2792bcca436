import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { Refusal } from "#app/kernel/refusal";
import type { Ask, Flips, Found, Loaded, Solver } from "./solve";

/** So many wait behind the one that is being solved; who comes later is told to come back. */
const MOST_WAITING = 8;
/** A thread that nobody needs gives its memory back after so long. */
const IDLE_MS = 10_000;
const WORKER = "app/committee/choosing/solver.worker.mjs";

/** Somebody no longer wants the answer. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

interface Reply {
  number: number;
  answer?: unknown;
  /** Seconds. */
  spent: number;
  problem?: string;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(problem: unknown): void;
}

/** One solver's thread: what it was asked and has not answered. */
class Thread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Waiting>();
  #number = 0;
  dead = false;
  spent = 0;

  constructor() {
    this.#worker = new Worker(resolve(WORKER));
    // It never keeps a process alive that is about to end.
    this.#worker.unref();
    this.#worker.on("message", ({ number, answer, problem, spent }: Reply) => {
      this.spent += spent;
      const waiting = this.#asked.get(number);
      this.#asked.delete(number);
      if (problem === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(problem));
    });
    this.#worker.on("error", (problem) => this.#end(problem));
    this.#worker.on("exit", () => this.#end(new Error("The solver's thread ended")));
  }

  #end(problem: unknown): void {
    this.dead = true;
    for (const { reject } of this.#asked.values()) reject(problem);
    this.#asked.clear();
  }

  post(message: { load: Loaded } | { ask: Ask } | { flip: Flips }): Promise<unknown> {
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      if (this.dead) return reject(new Error("The solver's thread ended"));
      this.#asked.set(number, { resolve, reject });
      this.#worker.postMessage({ number, ...message });
    });
  }

  async stop(why: unknown = new Error("The solver's thread was stopped")): Promise<void> {
    this.#end(why);
    await this.#worker.terminate();
  }
}

let thread: Thread | null = null;
let idle: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** How many are being solved or wait for it: the process solves one at a time. */
export const solving = (): number => waiting;

/**
 * Lends the process's one solver for a while. Whoever comes meanwhile waits their turn.
 * @param signal ends the work, even in the middle of a solve, by ending the thread
 * @throws Refusal 503 when too many wait; Cancelled when the signal came
 */
export async function withSolver<Result>(
  work: (solver: Solver) => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  if (waiting > MOST_WAITING) throw new Refusal(503, "choice.refusal.busy");
  waiting++;
  const turn = last.then(() => solveNow(work, signal));
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting--;
    if (waiting === 0) retireLater();
  }
}

async function solveNow<Result>(work: (solver: Solver) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  if (signal?.aborted) throw new Cancelled();
  clearTimeout(idle);
  if (!thread || thread.dead) thread = new Thread();
  const own = thread;
  const before = own.spent;
  const cancel = () => void own.stop(new Cancelled());
  signal?.addEventListener("abort", cancel, { once: true });
  const solver: Solver = {
    load: async (load) => void (await own.post({ load })),
    ask: async (ask) => (await own.post({ ask })) as Found,
    spent: () => own.spent - before,
    bounds: async (flip) => (await own.post({ flip })) as (number | null | undefined)[],
  };
  try {
    return await work(solver);
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

function retireLater(): void {
  clearTimeout(idle);
  idle = setTimeout(() => {
    if (waiting === 0) void thread?.stop();
    if (waiting === 0) thread = null;
  }, IDLE_MS);
  idle.unref();
}
