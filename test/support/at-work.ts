/** A demonstration with its fifty people, signed in at a real server and ready to work. */
import { expect, onTestFinished } from "vitest";
import type { Database } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { aDemonstration, casebookCommand, type Engine } from "./demonstrations";
import { amiss, type Desks, emptyTally, lastEvent, staff, type Tally, type Way, Worker } from "./load";
import { type RealServer, realServer } from "./real-server";

export interface AtWork {
  url: string;
  database: Database;
  desks: Desks;
  workers: Worker[];
  tally: Tally;
  server: RealServer;
  /** Fails unless all that was acknowledged is there, whole, once, and everything adds up. */
  expectNothingLost(): Promise<void>;
}

export async function atWork(engine: Engine, options: { url?: string; people?: number } = {}): Promise<AtWork> {
  const url = options.url ?? (await aDemonstration(engine));
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const { colleagues, desks } = await staff(database);
  const from = await lastEvent(database);
  const server = await realServer(url);
  const tally = emptyTally();
  const chosen = colleagues.filter((_, at) => at % Math.ceil(colleagues.length / (options.people ?? 50)) === 0);
  const workers = chosen.map((colleague) => new Worker(colleague, server.port, desks, tally));
  onTestFinished(() => {
    for (const { visitor } of workers) visitor.close();
  });
  await Promise.all(workers.map((worker) => worker.signIn()));
  const expectNothingLost = async () => {
    expect(await amiss(database, tally, desks, from)).toEqual([]);
    expect(await casebookCommand(url, "audit", "verify")).toContain("whole");
    expect(await casebookCommand(url, "check")).toContain("All is well");
  };
  return { url, database, desks, workers, tally, server, expectNothingLost };
}

/** Everybody works until the event is over; answers when the last of them has put down the pen. */
export async function working(
  workers: readonly Worker[],
  during: () => Promise<void>,
  way: Way = "mixed",
): Promise<void> {
  let over = false;
  const all = Promise.all(workers.map((worker) => worker.work(() => over, way)));
  await during().finally(() => {
    over = true;
  });
  await all;
}
