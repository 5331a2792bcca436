import { and, asc, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { PERMISSIONS, permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { type Actor, isRole } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { campaigns, departments, people, personRoles, useCases } from "#db/schema.server";
import { shownTitle } from "#db/shown-title.server";

const SHOWN = 200;

/** The captured lines that somebody may complete: their own, and those of the departments that they champion. */
export function linesOf(actor: Actor & { personId: number }): SQL | undefined {
  const championed = actor.departmentIds.filter((departmentId) => permits(actor, "use-case.edit", { departmentId }));
  return and(
    eq(useCases.stage, "draft"),
    isNotNull(useCases.capturedBy),
    or(
      eq(useCases.authorId, actor.personId),
      eq(useCases.coAuthorId, actor.personId),
      ...(championed.length > 0 ? [inArray(useCases.departmentId, championed)] : []),
    ),
  );
}

/** The lines to complete, the oldest first, and to whom they can be handed over. */
export async function linesToComplete(db: Reader, actor: Actor & { personId: number }) {
  const lines = await db
    .select({
      id: useCases.id,
      reference: useCases.reference,
      title: shownTitle,
      department: departments.name,
      authorId: useCases.authorId,
      author: people.name,
      capturedBy: useCases.capturedBy,
      campaign: campaigns.name,
      campaignSlug: campaigns.slug,
      since: useCases.stageSince,
    })
    .from(useCases)
    .leftJoin(departments, eq(departments.id, useCases.departmentId))
    .leftJoin(people, eq(people.id, useCases.authorId))
    .leftJoin(campaigns, eq(campaigns.id, useCases.campaignId))
    .where(linesOf(actor))
    .orderBy(asc(useCases.id))
    .limit(SHOWN + 1);
  const receivers = await db
    .selectDistinct({ id: people.id, name: people.name, sort: people.nameFolded })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(eq(people.active, true), inArray(personRoles.role, [...PERMISSIONS["use-case.submit"].allow])))
    .orderBy(asc(people.nameFolded), asc(people.id));
  const offered = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.active, true))
    .orderBy(asc(departments.code));
  return {
    me: actor.personId,
    lines: lines.slice(0, SHOWN),
    more: lines.length > SHOWN,
    receivers: receivers.map(({ id, name }) => ({ id, name })),
    departments: offered,
  };
}

export type LinesToComplete = Awaited<ReturnType<typeof linesToComplete>>;

/** @throws Refusal 409 for somebody without an account that may submit: with them a line would be stuck */
async function receiverOf(tx: Reader, personId: number): Promise<string> {
  const rows = await tx
    .select({ name: people.name, active: people.active, role: personRoles.role })
    .from(people)
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .where(eq(people.id, personId));
  const roles = rows.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : []));
  const receiver: Actor = { personId, name: "", roles, departmentIds: [] };
  const [first] = rows;
  if (first?.active && permits(receiver, "use-case.submit")) return first.name;
  throw new Refusal(409, "capture.refusal.receiver", { name: first?.name ?? String(personId) });
}

/**
 * Gives captured lines to somebody who completes them from then on, in a department where one is said. Who captured them
 * stays written on them.
 * @throws Refusal 403, 404 where one of them is not the actor's to give; 409 where one is no draft any more
 */
export async function handOver(
  tx: Writer,
  actor: Actor,
  { cases, to, departmentId }: { cases: readonly number[]; to: number; departmentId: number | null },
  when: When,
): Promise<{ lines: number; name: string }> {
  const name = await receiverOf(tx, to);
  const given = await tx
    .select({
      id: useCases.id,
      reference: useCases.reference,
      stage: useCases.stage,
      authorId: useCases.authorId,
      coAuthorId: useCases.coAuthorId,
      ownerId: useCases.ownerId,
      technicalOwnerId: useCases.technicalOwnerId,
      departmentId: useCases.departmentId,
      version: useCases.version,
    })
    .from(useCases)
    .where(inArray(useCases.id, [...new Set(cases)]))
    .orderBy(asc(useCases.id));
  const [first] = given;
  if (!first || given.length < new Set(cases).size) throw new Refusal(404, "capture.refusal.no-such-line");
  const proofs = given.map((one) => permit(actor, "use-case.edit", one));
  const [may] = proofs;
  if (!may) return { lines: 0, name };
  if (given.some(({ stage }) => stage !== "draft")) throw new Refusal(409, "use-cases.refusal.not-a-draft");
  const moved = given.filter(
    (one) => one.authorId !== to || (departmentId !== null && one.departmentId !== departmentId),
  );
  for (const { id, version, departmentId: before } of moved) {
    await tx
      .update(useCases)
      .set({ authorId: to, departmentId: departmentId ?? before, updatedAt: when.now, version: version + 1 })
      .where(eq(useCases.id, id));
  }
  const changes = moved.map((one) => ({
    ...{ subject: "use-case", subjectId: one.id, useCaseId: one.id },
    before: { authorId: one.authorId, departmentId: one.departmentId },
    after: { authorId: to, departmentId: departmentId ?? one.departmentId },
  }));
  await recordAll(tx, may, changes, when);
  if (moved.length > 0) {
    const news = {
      kind: "handed-over",
      useCaseId: null,
      href: "/capture/lines",
      values: { count: moved.length },
    } as const;
    await notify(tx, actor, news, [to], when);
  }
  return { lines: moved.length, name };
}
