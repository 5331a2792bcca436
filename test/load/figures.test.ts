/** What one process carries, and what two do: figures for docs/scaling.md, where CASEBOOK_LOAD_SECONDS asks for them. */
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { atWork, working } from "../support/at-work";
import type { Engine } from "../support/demonstrations";
import { emptyTally, figures, type Way, Worker } from "../support/load";
import { realServer } from "../support/real-server";

const ASKED = process.env.CASEBOOK_LOAD_SECONDS;
const SECONDS = Number(ASKED ?? 1);

const HOUSES: [name: string, engine: Engine, processes: 1 | 2][] = [
  ["one process on SQLite", "sqlite", 1],
  ["one process on PostgreSQL", "postgres", 1],
  ["two processes on PostgreSQL", "postgres", 2],
];
const WAYS: [name: string, way: Way, connections: number][] = [
  ["pages made anew", "anew", 16],
  ["pages made anew", "anew", 64],
  ["mixed", "mixed", 16],
  ["mixed", "mixed", 50],
  ["writes", "comments", 16],
  ["writes", "comments", 64],
];

test.each(HOUSES)(
  "%s: nothing is lost at any number of connections",
  {
    timeout: 120_000 + WAYS.length * SECONDS * 2_000,
  },
  async (name, engine, processes) => {
    const { url, server, workers, desks, tally, expectNothingLost } = await atWork(engine);
    const servers = processes === 1 ? [server] : [server, await realServer(url)];
    const ports = servers.map(({ port }) => port);
    for (const [kind, way, connections] of ASKED ? WAYS : WAYS.slice(-1)) {
      const own = emptyTally();
      const chosen = Array.from({ length: connections }, (_, at) => {
        const { colleague, visitor } = workers[at % workers.length] as Worker;
        const worker = new Worker(colleague, server.port, desks, own, visitor.beside());
        worker.ports = ports;
        return worker;
      });
      onTestFinished(() => {
        for (const { visitor } of chosen) visitor.close();
      });
      await working(chosen, () => wait(SECONDS * 1_000), way);
      const memory = Math.round((await server.metric("process_resident_memory_bytes")) / 2 ** 20);
      console.log(`${name}, ${kind}, ${connections} connections: ${figures(own, SECONDS)}; memory ${memory} MB`);
      expect([...own.wrong, ...servers.map(({ log }) => log())].filter(Boolean)).toEqual([]);
      expect({ later: own.later, cut: own.cut }).toEqual({ later: 0, cut: 0 });
      tally.kept.push(...own.kept);
    }
    await expectNothingLost();
  },
);
