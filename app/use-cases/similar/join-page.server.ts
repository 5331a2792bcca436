import { asc, eq } from "drizzle-orm";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";
import { openCase, type UseCase } from "../cases.server";
import { readSharedNeed } from "./co-sponsors.server";
import type { JoinPage, JoinStart } from "./join-page";

/** The page of a need that several teams share. @param draft the reference of a draft that would join, which fills the form */
export async function readJoinPage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  draft: string | null,
): Promise<JoinPage> {
  const shared = await readSharedNeed(db, actor, useCase);
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.active, true))
    .orderBy(asc(departments.code));
  return { reference: useCase.reference, shared, departments: offered, start: await startOf(db, actor, draft) };
}

async function startOf(db: Reader, actor: Actor, reference: string | null): Promise<JoinStart> {
  const nothing = { peopleAffected: null, timesPer: null, times: null, minutesPerTime: null };
  const empty = { draft: null, departmentId: actor.departmentIds[0] ?? null, need: null, ...nothing };
  if (!reference) return empty;
  const draft = await openCase(db, actor, reference);
  if (draft.stage !== "draft" || !permits(actor, "use-case.edit", draft)) return empty;
  const { departmentId, need, title, peopleAffected, timesPer, times, minutesPerTime } = draft;
  return { draft: draft.reference, departmentId, need: need ?? title, peopleAffected, timesPer, times, minutesPerTime };
}
