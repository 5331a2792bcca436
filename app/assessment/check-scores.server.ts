import { asc, eq, gt } from "drizzle-orm";
import type { Reader, Writer } from "#db/client.server";
import { standings, useCases } from "#db/schema.server";
import { standingsOfScores } from "./round.server";
import { keptOf } from "./stand.server";

const TOGETHER = 500;
/** What adding in another order may change of a score out of 100. */
const DUST = 1e-9;
const AT_MOST = 20;

type Kept = ReturnType<typeof keptOf>;

/** A place in the ranking that is not what the scores of its case come to. */
export interface OffScore {
  useCaseId: number;
  reference: string;
  kept: Kept;
  computed: Kept;
}

const same = (a: number | null, b: number | null) => a === b || (a !== null && b !== null && Math.abs(a - b) < DUST);

async function* offScores(db: Reader): AsyncGenerator<OffScore> {
  for (let after = 0; ; ) {
    const rows = await db
      .select({ standing: standings, reference: useCases.reference })
      .from(standings)
      .innerJoin(useCases, eq(useCases.id, standings.useCaseId))
      .where(gt(standings.useCaseId, after))
      .orderBy(asc(standings.useCaseId))
      .limit(TOGETHER);
    const computed = await standingsOfScores(
      db,
      rows.map(({ standing }) => standing.useCaseId),
    );
    for (const { standing, reference } of rows) {
      const { useCaseId } = standing;
      const [kept, found] = [keptOf(standing), computed.get(useCaseId)];
      if (!found) continue;
      const names = Object.keys(kept) as (keyof Kept)[];
      if (names.some((name) => !same(kept[name], found[name])))
        yield { useCaseId, reference, kept, computed: keptOf(found) };
    }
    if (rows.length < TOGETHER) return;
    after = rows.at(-1)?.standing.useCaseId ?? 0;
  }
}

/** Proves that what the ranking keeps of each case's scores is what they come to; answers up to twenty that are off. */
export async function checkScores(db: Reader): Promise<OffScore[]> {
  const found: OffScore[] = [];
  for await (const off of offScores(db)) if (found.push(off) === AT_MOST) break;
  return found;
}

/** Computes anew what the ranking keeps of the scores, where it is off: of how many cases. */
export async function rebuildScores(tx: Writer): Promise<number> {
  let mended = 0;
  for await (const { useCaseId, computed } of offScores(tx)) {
    await tx.update(standings).set(computed).where(eq(standings.useCaseId, useCaseId));
    mended += 1;
  }
  return mended;
}
