import { eq, inArray, sql } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { caseQuarters, forecasts, stageChanges, useCases } from "#db/schema.server";
import { indexCases } from "#db/search.server";
import { foldedTitle, searchTexts } from "../content";
import { daysOf } from "../enter.server";
import { carryOver } from "../ledger.server";
import { renewSignaturesOf } from "../signatures/renew.server";
import { type LaterEvent, mayReachOthers, reachesOthers } from "../signatures/signature";
import type { Origin } from "./create-cases.server";
import { apart, recordOf } from "./record-of";
import { inBothLanguages, say } from "./said";
import type { Write } from "./write";

/**
 * Writes what a newer file says of cases that an earlier one made. A stage that changes leaves its line in the case's
 * history with the import as its reason; gates say nothing of what a register tells.
 */
export async function changeCases(
  tx: Writer,
  may: Permitted<"use-case.import">,
  writes: readonly Extract<Write, { act: "change" }>[],
  { importId, source, asOf }: Origin,
  when: When,
): Promise<void> {
  if (writes.length === 0) return;
  const reason = inBothLanguages(say("imports.reason", { source }));
  const cases = writes.map(({ existing, fields, between, imported, externalId }) => {
    const before = recordOf(existing.current);
    const told = recordOf(fields);
    // Of what it found changed, a register that names no day knows when it looked.
    const after = told.stage === before.stage ? told : { ...told, stageSince: told.stageSince ?? asOf };
    const { id, reference } = existing;
    const known = { externalId: existing.externalId || null, ...(!existing.source && { externalSource: null }) };
    return { id, reference, known, externalId, before, after, between, imported };
  });
  const counted = await casesWithAmounts(
    tx,
    cases.map(({ id }) => id),
  );
  for (const { id, externalId, before, after, imported } of cases) {
    const moved = before.stage !== after.stage;
    await tx
      .update(useCases)
      .set({
        ...after,
        extra: sql`${JSON.stringify(after.extra)}`,
        ...(moved && { stageReason: reason, relookOn: null }),
        titleFolded: foldedTitle(after.title),
        externalSource: source,
        externalId,
        imported,
        importId,
        updatedAt: when.now,
        version: sql`${useCases.version} + 1`,
      })
      .where(eq(useCases.id, id));
    if (counted.has(id)) await carryOver(tx, id, before, after, when);
  }
  const moves = cases
    .filter(({ before, after }) => before.stage !== after.stage)
    .flatMap(({ id, before, after, between }) => {
      const steps = [...between, { stage: after.stage, on: after.stageSince ?? when.today }];
      return steps.map(({ stage, on }, at) => ({
        ...{
          useCaseId: id,
          from: steps[at - 1]?.stage ?? before.stage,
          to: stage,
          on,
          byId: may.actor.personId,
          reason,
        },
      }));
    });
  if (moves.length > 0) await tx.insert(stageChanges).values(moves);
  const reaching = new Map(
    cases
      .filter(({ before, after }) => mayReachOthers(before, after))
      .map(({ id, before, after }) => [id, (later: readonly LaterEvent[]) => reachesOthers(before, after, later)]),
  );
  const changeOf = (id: number) => ({ cause: "audience" as const, detail: null, concerns: reaching.get(id) });
  await renewSignaturesOf(tx, may, [...reaching.keys()], changeOf, when);
  await indexCases(
    tx,
    cases.map(({ id, reference, externalId, after }) => ({
      useCaseId: id,
      texts: searchTexts(reference, after, [externalId, after.aiType]),
    })),
  );
  await recordAll(
    tx,
    may,
    cases.map(({ id, known, externalId, before, after, between }) => {
      const sides = apart(before, after);
      return {
        subject: "use-case",
        subjectId: id,
        useCaseId: id,
        before: { ...sides.before, ...(known.externalId !== externalId && known) },
        after: {
          ...sides.after,
          ...(known.externalId !== externalId && {
            externalId,
            ...("externalSource" in known && { externalSource: source }),
          }),
          ...(before.stage !== after.stage && { stageReason: reason, relookOn: null }),
          ...daysOf(between),
          importId,
        },
      };
    }),
    when,
  );
}

/** The cases that count for something in the kept sums; the rest have nothing to carry over. */
async function casesWithAmounts(tx: Writer, ids: number[]): Promise<Set<number>> {
  const reported = await tx
    .selectDistinct({ id: caseQuarters.useCaseId })
    .from(caseQuarters)
    .where(inArray(caseQuarters.useCaseId, ids));
  const planned = await tx
    .selectDistinct({ id: forecasts.useCaseId })
    .from(forecasts)
    .where(inArray(forecasts.useCaseId, ids));
  return new Set([...reported, ...planned].map(({ id }) => id));
}
