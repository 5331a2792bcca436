import { and, eq } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { personDepartments, personRoles } from "#db/schema.server";

/** Incidents so grave that the chairs hear of them as well. */
const GRAVE = 2;

/** Whom an incident concerns: who answers for the case, its department's champions, and who watches over safety and law. */
async function concernedByIncident(db: Reader, useCase: UseCase, severity: number): Promise<number[]> {
  const reviewers = await idsHolding(db, "security", "legal", ...(severity <= GRAVE ? (["chair"] as const) : []));
  const champions =
    useCase.departmentId === null
      ? []
      : await db
          .select({ id: personDepartments.personId })
          .from(personDepartments)
          .innerJoin(
            personRoles,
            and(eq(personRoles.personId, personDepartments.personId), eq(personRoles.role, "champion")),
          )
          .where(eq(personDepartments.departmentId, useCase.departmentId));
  const owners = [useCase.ownerId, useCase.technicalOwnerId].filter((id) => id !== null);
  return [...owners, ...champions.map(({ id }) => id), ...reviewers];
}

export async function tellOfIncident(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  {
    kind,
    id,
    title,
    severity,
  }: { kind: "incident-logged" | "incident-closed"; id: number; title: Told; severity: number },
  when: When,
): Promise<void> {
  const href = `/use-cases/${useCase.reference}/incidents/${id}`;
  const news = { kind, useCaseId: useCase.id, href, values: { incident: title, severity } };
  await notify(tx, actor, news, await concernedByIncident(tx, useCase, severity), when);
}
