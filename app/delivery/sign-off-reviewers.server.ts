import { membersHolding } from "#app/people/holders.server";
import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Involved } from "#app/use-cases/signatures/involved.server";
import type { Reader } from "#db/client.server";
import type { SignOffKind } from "./sign-offs";

/** Whether the person may answer: the table of permissions, and never what they asked for themselves. */
export function mayAnswer(
  actor: Actor,
  kind: SignOffKind,
  useCase: Parties & Involved,
  requestedBy: number | null,
): boolean {
  return permits(actor, `sign-off.${kind}`, useCase) && (actor.personId === null || requestedBy !== actor.personId);
}

export type Colleagues = Record<SignOffKind, { id: number; name: string }[]>;

/** Who else holds the roles of the reader. A query for each role that they hold. */
export async function colleaguesOf(db: Reader, actor: Actor): Promise<Colleagues> {
  const of = async (kind: SignOffKind) =>
    actor.roles.includes(kind) ? (await membersHolding(db, kind)).filter(({ id }) => id !== actor.personId) : [];
  return { security: await of("security"), legal: await of("legal"), finance: await of("finance") };
}

/** Of these reviewers, those who may sign this case. */
export function ableAmong(
  reviewers: readonly { id: number; name: string }[],
  { kind, requestedBy }: { kind: SignOffKind; requestedBy: number | null },
  parties: Parties & Involved,
): { id: number; name: string }[] {
  return reviewers.filter(({ id, name }) =>
    mayAnswer({ personId: id, name, roles: [kind], departmentIds: [] }, kind, parties, requestedBy),
  );
}
