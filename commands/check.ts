import { checkScores, type OffScore } from "#app/assessment/check-scores.server";
import { brokenMinutes } from "#app/committee/minutes.server";
import { brokenCloses } from "#app/measurement/closing.server";
import { checkCounts, type MiscountedKind } from "#app/use-cases/check-counts.server";
import { checkIndex } from "#app/use-cases/check-index.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { checkTotals } from "#app/use-cases/list/kept-totals.server";
import { checkAbouts } from "#app/use-cases/similar/index-cases.server";
import { brokenReferences } from "#db/references.server";
import type { Command } from "./command";

export const check: Command = {
  name: "check",
  summary:
    "Prove that kept sums, counts and scores equal the rows they stand for, that references hold, that stages follow their history, and that closed quarters and signed minutes are intact.",
  options: {},
  async run(_given, { environment, open }) {
    const database = await open(environment.databaseUrl);
    try {
      const { references, broken } = await brokenReferences(database);
      const sums = await checkLedger(database);
      const counts = await checkCounts(database);
      // They follow from the counts: where those are off, they would only say so again.
      const totals = counts.length > 0 ? [] : await checkTotals(database);
      const scores = await checkScores(database);
      const abouts = await checkAbouts(database);
      const index = await checkIndex(database);
      const stages = await checkStages(database);
      const closes = await brokenCloses(database);
      const minutes = await brokenMinutes(database);
      const ok = [broken, sums, counts, totals, scores, abouts, index, stages, closes, minutes].every(
        (found) => found.length === 0,
      );
      return {
        ok,
        lines: [
          ...broken.map(({ reference, rows }) => `Broken reference: ${reference}, ${rows} rows.`),
          ...sums.map(({ kept, of, off }) => `Sum is off: ${kept}, ${of}: ${amounts(off)}.`),
          ...counts.map((kind) => `Count is off: ${kindOf(kind)}: ${kind.kept} kept, ${kind.counted} there.`),
          ...totals.map(({ kept, of, off }) => `Total is off: ${kept}, ${of}: ${off > 0 ? "+" : ""}${off}.`),
          ...scores.map((one) => `Score is off: ${one.reference}: ${differing(one)}.`),
          ...abouts.map(
            ({ concept, kept, counted }) =>
              `Index of similar cases is off: ${concept || "all cases"}: ${kept} kept, ${counted} there.`,
          ),
          ...index.map(
            ({ of, what }) => `Search is off: ${of}: its ${what} ${what === "way back" ? "is" : "are"} another.`,
          ),
          ...stages.map(
            ({ reference, stage, lastMove }) => `Stage: ${reference} is at ${stage} but last moved to ${lastMove}.`,
          ),
          ...closes.map((quarter) => `Close: the figures of ${quarter} are no longer those that were frozen.`),
          ...minutes.map((number) => `Minutes: those of session ${number} are no longer what was signed.`),
          ok
            ? `All is well: the sums, counts and scores equal their rows, ${references} kinds of reference hold, stages follow their history, closed quarters and signed minutes are intact.`
            : "This database needs mending: «casebook rebuild» computes sums, counts and scores anew; for the rest restore a backup, or correct what is named above.",
        ],
        data: { references, broken, sums, counts, totals, scores, abouts, index, stages, closes, minutes },
      };
    } finally {
      await database.close();
    }
  },
};

function kindOf({ stage, departmentId, aiType, source }: MiscountedKind): string {
  const said = { stage: stage || "unknown", department: departmentId || "none", type: aiType, source };
  return Object.entries(said)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

function differing({ kept, computed }: OffScore): string {
  const written = (value: number | null) => value ?? "none";
  return (Object.keys(kept) as (keyof typeof kept)[])
    .filter((name) => kept[name] !== computed[name])
    .map((name) => `${name} ${written(kept[name])} kept, ${written(computed[name])} by its assessments`)
    .join(", ");
}

function amounts(off: Record<string, number>): string {
  return Object.entries(off)
    .map(([name, amount]) => `${name} ${amount > 0 ? "+" : ""}${amount}`)
    .join(", ");
}
