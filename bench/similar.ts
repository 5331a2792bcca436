/** How many of the labelled pairs the product's own search finds, on a database of their register: test/fixtures/similar. */
import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { openDatabase } from "#db/open.server";
import { type Half, type Measured, measurePairs, PAIR_SETS, type PairSet } from "../test/support/similar-pairs";
import { plantRegister } from "../test/support/similar-register";

export interface SimilarFigures {
  set: PairSet;
  half: Half;
  measured: Measured;
}

export async function measureSimilar(): Promise<SimilarFigures[]> {
  const figures: SimilarFigures[] = [];
  for (const set of PAIR_SETS) figures.push(...(await measureSet(set)));
  return figures;
}

async function measureSet(set: PairSet): Promise<SimilarFigures[]> {
  const folder = resolve(".cache/bench");
  mkdirSync(folder, { recursive: true });
  const file = resolve(folder, `similar-${set}-${process.pid}.db`);
  const database = await openDatabase(`file:${file}`);
  try {
    const { asked, shownFor } = await plantRegister(database, set);
    const figures: SimilarFigures[] = [];
    for (const half of ["tuning", "held out"] as const) {
      const measured = await measurePairs(
        asked.filter((one) => one.half === half),
        shownFor,
      );
      figures.push({ set, half, measured });
    }
    return figures;
  } finally {
    await database.close();
    for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  }
}
