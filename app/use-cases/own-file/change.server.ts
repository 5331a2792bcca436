import { and, eq, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { stageChanges, useCases } from "#db/schema.server";
import { indexCases } from "#db/search.server";
import { caseById } from "../cases.server";
import { tellCoAuthor } from "../co-author.server";
import { foldedTitle, searchTexts } from "../content";
import { changedFields } from "../edit.server";
import { inBothLanguages, say } from "../import/said";
import { carryOver } from "../ledger.server";
import { renewSignaturesOf } from "../signatures/renew.server";
import { type LaterEvent, mayReachOthers, reachesOthers } from "../signatures/signature";
import { type OwnerChange, tellOwners } from "../tell-owners.server";
import type { OwnChange } from "./plan";

/**
 * Writes what was changed in our own file, case by case: as an edit of each by whoever brings it in.
 * @throws Refusal 409 when somebody changed one of them since it was read
 */
export async function changeOwnCases(
  tx: Writer,
  may: Permitted<"use-case.import">,
  changes: readonly OwnChange[],
  { importId, fileName }: { importId: number; fileName: string },
  when: When,
): Promise<void> {
  if (changes.length === 0) return;
  const reason = inBothLanguages(say("imports.own.reason", { file: fileName }));
  const records = [];
  const owners: OwnerChange[] = [];
  for (const { before, content, stage, stageSince } of changes) {
    const { id, version } = before;
    const moved = stage !== before.stage;
    const whole = await caseById(tx, id);
    const [saved] = await tx
      .update(useCases)
      .set({
        ...content,
        stage,
        // The day belongs to the stage: a new stage never keeps the old one's.
        stageSince: moved && stageSince === before.stageSince ? when.today : stageSince,
        ...(moved && { stageReason: reason, relookOn: null }),
        titleFolded: foldedTitle(content.title),
        updatedAt: when.now,
        version: sql`${useCases.version} + 1`,
      })
      .where(and(eq(useCases.id, id), eq(useCases.version, version)))
      .returning({ stageSince: useCases.stageSince });
    if (!saved) throw new Refusal(409, "desk.refusal.stale");
    await carryOver(tx, id, before, { departmentId: content.departmentId, stage }, when);
    if (moved) {
      const on = saved.stageSince ?? when.today;
      await tx
        .insert(stageChanges)
        .values({ useCaseId: id, from: before.stage, to: stage, on, byId: may.actor.personId, reason });
    }
    await tellCoAuthor(tx, may.actor, whole, content, when);
    owners.push({ ...whole, stage, to: content.ownerId });
    const sides = changedFields(before, content);
    const dayMoved = saved.stageSince !== before.stageSince;
    records.push({
      subject: "use-case" as const,
      subjectId: id,
      useCaseId: id,
      before: {
        ...sides.before,
        ...(moved && { stage: before.stage }),
        ...(dayMoved && { stageSince: before.stageSince }),
      },
      after: {
        ...sides.after,
        ...(moved && { stage, stageReason: reason, relookOn: null }),
        ...(dayMoved && { stageSince: saved.stageSince }),
        importId,
      },
    });
  }
  const reaching = new Map(
    changes
      .filter(({ before, content }) => mayReachOthers(before, content))
      .map(({ before, content }) => [
        before.id,
        (later: readonly LaterEvent[]) => reachesOthers(before, content, later),
      ]),
  );
  const changeOf = (id: number) => ({ cause: "audience" as const, detail: null, concerns: reaching.get(id) });
  await renewSignaturesOf(tx, may, [...reaching.keys()], changeOf, when);
  await indexCases(
    tx,
    changes.map(({ before, content }) => ({
      useCaseId: before.id,
      texts: searchTexts(before.reference, content, [before.externalId, content.aiType]),
    })),
  );
  await recordAll(tx, may, records, when);
  await tellOwners(tx, may.actor, owners, when);
}
