import type { Day } from "#app/kernel/day";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import { pausesOf } from "#app/use-cases/paused.server";
import type { Reader } from "#db/client.server";
import { incidentsOfCase } from "./incidents/incident.server";
import { risksOfCase } from "./risks/risk.server";

/** What a case's page of risks and incidents shows. Three queries. */
export async function caseRisks(db: Reader, actor: Actor, useCase: UseCase, today: Day) {
  const pause = (await pausesOf(db, [useCase.id])).get(useCase.id) ?? null;
  return {
    reference: useCase.reference,
    risks: await risksOfCase(db, useCase.id, today),
    incidents: (await incidentsOfCase(db, useCase.id)).map((incident) => ({
      ...incident,
      pauses: pause?.incidentId === incident.id,
    })),
    mayWrite: permits(actor, "risk.write", useCase) && useCase.stage !== "draft",
    mayLog: permits(actor, "incident.log", useCase) && useCase.stage !== "draft",
  };
}

export type CaseRisks = Awaited<ReturnType<typeof caseRisks>>;
