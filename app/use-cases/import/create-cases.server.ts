import { inArray } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { stageChanges, standings, useCases } from "#db/schema.server";
import { indexCases } from "#db/search.server";
import { foldedTitle, searchTexts } from "../content";
import { daysOf, takeReferences, waysIn } from "../enter.server";
import { recordOf } from "./record-of";
import type { Write } from "./write";

/** Cases written together: few enough that what they leave behind is collected young. */
const AT_ONCE = 250;

export interface Origin {
  importId: number;
  source: string;
  /** The day as of which the register tells; null is the day of the import. */
  asOf: Day | null;
}

/**
 * Writes new cases with all that `enterCase` gives every case: reference, standing, first stage, search, audit. They have
 * no author: who brings a register in has not written its cases, and may judge them.
 */
export async function createCases(
  tx: Writer,
  may: Permitted<"use-case.import">,
  writes: readonly Extract<Write, { act: "create" }>[],
  { importId, source, asOf }: Origin,
  when: When,
): Promise<void> {
  for (let from = 0; from < writes.length; from += AT_ONCE) {
    const some = writes.slice(from, from + AT_ONCE);
    const references = await takeReferences(tx, some.length);
    const rows = some.map(({ externalId, fields, imported }, at) => {
      const record = recordOf(fields);
      return {
        ...record,
        reference: references[at] ?? "",
        titleFolded: foldedTitle(record.title),
        externalSource: source,
        externalId,
        imported,
        importId,
        createdAt: when.now,
        updatedAt: when.now,
      };
    });
    await tx.insertMany(useCases, rows);
    const made = await tx
      .select({ id: useCases.id, reference: useCases.reference })
      .from(useCases)
      .where(inArray(useCases.reference, references));
    const idOf = new Map(made.map(({ id, reference }) => [reference, id]));
    const cases = rows.map((row) => ({ ...row, id: idOf.get(row.reference) ?? 0 }));
    await tx.insertMany(
      standings,
      cases.map(({ id }) => ({ useCaseId: id })),
    );
    const passed = new Map(rows.map(({ reference }, at) => [reference, some[at]?.fields.earlier ?? []]));
    const ways = cases.flatMap(({ id, reference, stage, stageSince }) => {
      if (stage === null) return [];
      const now = { stage, on: stageSince ?? asOf ?? when.today };
      return waysIn(id, [...(passed.get(reference) ?? []), now], may.actor.personId);
    });
    if (ways.length > 0) await tx.insertMany(stageChanges, ways);
    await indexCases(
      tx,
      cases.map((row) => ({
        useCaseId: row.id,
        texts: searchTexts(row.reference, row, [row.externalId, row.aiType]),
      })),
      { areNew: true },
    );
    await recordAll(
      tx,
      may,
      cases.map(({ id, imported: _, createdAt: __, updatedAt: ___, titleFolded: ____, id: _____, ...after }) => ({
        subject: "use-case",
        subjectId: id,
        useCaseId: id,
        after: { ...after, ...daysOf(passed.get(after.reference) ?? []) },
      })),
      when,
    );
  }
}
