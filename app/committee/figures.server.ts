import { inArray } from "drizzle-orm";
import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import type { Reader } from "#db/client.server";
import { standings } from "#db/schema.server";
import { readPlaces } from "./places.server";
import type { Figures } from "./shortlist";

/** What a committee reads of these cases, as of now. Two queries. @param hidden the cases whose place is not to be seen */
export async function figuresOf(
  db: Reader,
  ids: readonly number[],
  hidden: HiddenScores = NOTHING_HIDDEN,
): Promise<Map<number, Figures>> {
  const places = await readPlaces(db, ids, hidden);
  const rows = ids.length
    ? await db
        .select()
        .from(standings)
        .where(inArray(standings.useCaseId, [...ids]))
    : [];
  const byId = new Map(rows.map((row) => [row.useCaseId, row]));
  return new Map(
    ids.map((id): [number, Figures] => {
      const standing = byId.get(id);
      const place = places.byId.get(id);
      return [
        id,
        {
          value: standing?.value ?? null,
          complexity: standing?.complexity ?? null,
          assessments: standing?.assessments ?? 0,
          npvMinor: standing?.npvMinor ?? null,
          npvP50Minor: standing?.npvP50Minor ?? null,
          totalCostMinor: standing?.totalCostMinor ?? null,
          paybackQuarters: standing?.paybackQuarters ?? null,
          rank: place?.rank ?? null,
          ranked: places.ranked,
          filtersFailed: place?.filtersFailed ?? 0,
        },
      ];
    }),
  );
}
