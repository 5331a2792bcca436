import { eq } from "drizzle-orm";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { isStage } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { stageLimits } from "#db/schema.server";
import { isLimited, LIMITED_STAGES, type LimitedStage, type StageLimits } from "./pipeline";

/** How many cases each stage should hold at most, where somebody said. */
export async function readLimits(db: Reader): Promise<StageLimits> {
  const limits: StageLimits = {};
  for (const { stage, most } of await db.select().from(stageLimits)) {
    if (isStage(stage) && isLimited(stage)) limits[stage] = most;
  }
  return limits;
}

/** Says how many cases stages should hold at most; null takes a limit away, and what is not named stays as it is. */
export async function setLimits(
  tx: Writer,
  actor: Actor,
  asked: Partial<Record<LimitedStage, number | null>>,
  when: When,
): Promise<void> {
  const may = permit(actor, "board.limit", NO_PARTIES);
  const before = await readLimits(tx);
  const changed = LIMITED_STAGES.filter((stage) => {
    const wanted = asked[stage];
    return wanted !== undefined && wanted !== (before[stage] ?? null);
  });
  if (changed.length === 0) return;
  for (const stage of changed) {
    const most = asked[stage] ?? null;
    if (most === null) await tx.delete(stageLimits).where(eq(stageLimits.stage, stage));
    else {
      await tx
        .insert(stageLimits)
        .values({ stage, most })
        .onConflictDoUpdate({ target: stageLimits.stage, set: { most } });
    }
  }
  const only = (limits: Partial<Record<LimitedStage, number | null>>) =>
    Object.fromEntries(changed.map((stage) => [stage, limits[stage] ?? null]));
  const change = { subject: "stage-limits", subjectId: 0, before: only(before), after: only({ ...before, ...asked }) };
  await record(tx, may, change, when);
}
