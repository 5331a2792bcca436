import type { Program } from "./program";
import { exactly, type Scales, type Solver } from "./solve";

export interface Conflict {
  /** Rows that together allow no selection. */
  rows: number[];
  /** Whether each of them is needed for that: without any one of them there is a selection. */
  smallest: boolean;
}

const MOST_CONFLICTS = 5;

/**
 * The constraints that conflict, in sets that share none, the first one first: each by the deletion filter: whatever can go and leaves no selection goes, in ever smaller
 * pieces, until each of those left is needed. (Chinneck and Dravnieks, 1991; in pieces, so that a thousand rows take some
 * dozens of solves.) What has no selection over fractions has none over whole candidates, so the quick question comes first.
 */
export async function conflictsOf(
  program: Program,
  scales: Scales,
  solver: Solver,
  left: () => number,
): Promise<Conflict[]> {
  const atLeastOnce = () => Math.max(0.05, left());
  const impossible = async (kept: readonly number[]) => {
    const keeping = new Set(kept);
    const without = program.rows.flatMap((_, row) => (keeping.has(row) ? [] : [row]));
    const asked = { without, anything: true };
    const relaxed = await solver.ask({ ...asked, relaxed: true, seconds: atLeastOnce() });
    if (relaxed.status === "infeasible") return true;
    return (await exactly(program, scales, solver, asked, atLeastOnce)).status === "infeasible";
  };
  const found: Conflict[] = [];
  let rest = program.rows.map((_, row) => row);
  // Rows that conflict by themselves stay infeasible once the first conflict is out of the way: each set is named.
  do {
    const conflict = await smallestIn(rest, impossible, left);
    found.push(conflict);
    if (!conflict.smallest) break;
    const named = new Set(conflict.rows);
    rest = rest.filter((row) => !named.has(row));
  } while (found.length < MOST_CONFLICTS && rest.length > 0 && left() > 0 && (await impossible(rest)));
  return found;
}

async function smallestIn(
  all: readonly number[],
  impossible: (kept: readonly number[]) => Promise<boolean>,
  left: () => number,
): Promise<Conflict> {
  let rows = [...all];
  for (let piece = Math.ceil(rows.length / 2); piece >= 1; piece = piece > 1 ? Math.ceil(piece / 2) : 0) {
    for (let from = 0; from < rows.length; ) {
      if (left() <= 0) return { rows, smallest: false };
      const kept = [...rows.slice(0, from), ...rows.slice(from + piece)];
      if (await impossible(kept)) rows = kept;
      else from += piece;
    }
  }
  return { rows, smallest: true };
}
