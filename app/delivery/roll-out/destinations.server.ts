import { and, asc, desc, eq } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Act } from "#app/people/permissions";
import type { Permitted } from "#app/people/permit";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { stageChanges, useCases, userDestinations } from "#db/schema.server";
import type { Destination, DestinationKind } from "./destinations";
import { activeUsers } from "./totals.server";

/** Whether a retirement must say where its users went: where somebody counted them, and there are any. */
export async function refuseUntoldUsers(db: Reader, useCaseId: number, said: readonly Destination[]): Promise<void> {
  const active = await activeUsers(db, useCaseId);
  if (active && said.length === 0) throw new Refusal(409, "roll-out.refusal.where-users-went", { count: active });
}

/**
 * Keeps with a case's retirement where its users went. Part of the act that retires it.
 * @throws Refusal 409 for a case that is not there, is the same one, or is still a draft
 */
export async function tellDestinations(
  tx: Writer,
  may: Permitted<Act, UseCase>,
  said: readonly Destination[],
  when: When,
): Promise<void> {
  if (said.length === 0) return;
  const useCaseId = may.subject.id;
  const [change] = await tx
    .select({ id: stageChanges.id })
    .from(stageChanges)
    .where(and(eq(stageChanges.useCaseId, useCaseId), eq(stageChanges.to, "retired")))
    .orderBy(desc(stageChanges.id))
    .limit(1);
  if (!change) throw new Error("The retirement was not written");
  const wentTo: { kind: DestinationKind; to: string | null; users: number | null }[] = [];
  for (const { kind, to, users } of said) {
    const toUseCaseId = kind === "case" ? await otherCase(tx, useCaseId, to ?? "") : null;
    const tool = kind === "tool" ? to : null;
    await tx.insert(userDestinations).values({ useCaseId, stageChangeId: change.id, kind, toUseCaseId, tool, users });
    wentTo.push({ kind, to: kind === "nowhere" ? null : to, users });
  }
  await record(tx, may, { subject: "use-case", subjectId: useCaseId, useCaseId, after: { wentTo } }, when);
}

async function otherCase(db: Reader, useCaseId: number, reference: string): Promise<number> {
  const [found] = await db
    .select({ id: useCases.id, stage: useCases.stage })
    .from(useCases)
    .where(eq(useCases.reference, reference.toUpperCase()));
  if (!found || found.id === useCaseId || found.stage === "draft") {
    throw new Refusal(409, "roll-out.refusal.no-such-case", { reference });
  }
  return found.id;
}

export interface UsersWent {
  id: number;
  on: Day;
  kind: DestinationKind;
  users: number | null;
  tool: string | null;
  /** The other case, whichever side is read. */
  reference: string | null;
  title: Told | null;
}

/** Where the users of a case went, and from which retired cases some came to it. Two queries. */
export async function destinationsOf(db: Reader, useCaseId: number): Promise<{ to: UsersWent[]; from: UsersWent[] }> {
  const side = (mine: typeof userDestinations.useCaseId | typeof userDestinations.toUseCaseId, theirs: typeof mine) =>
    db
      .select({
        ...{ id: userDestinations.id, on: stageChanges.on, kind: userDestinations.kind },
        ...{ users: userDestinations.users, tool: userDestinations.tool },
        ...{ reference: useCases.reference, title: useCases.title },
      })
      .from(userDestinations)
      .innerJoin(stageChanges, eq(stageChanges.id, userDestinations.stageChangeId))
      .leftJoin(useCases, eq(useCases.id, theirs))
      .where(eq(mine, useCaseId))
      .orderBy(asc(userDestinations.id));
  return {
    to: await side(userDestinations.useCaseId, userDestinations.toUseCaseId),
    from: await side(userDestinations.toUseCaseId, userDestinations.useCaseId),
  };
}
