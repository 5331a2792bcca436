import { asc, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { UseCase } from "#app/use-cases/cases.server";
import { incidentNumber } from "#app/use-cases/incident-number";
import { pauseSpans, pausesOf } from "#app/use-cases/paused.server";
import { isStage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { incidents, models, people, risks, vendors } from "#db/schema.server";
import { readLaw } from "../ai-act/law.server";
import { dutiesOf } from "./duty";
import { isPausable, missingToClose } from "./incident";
import type { IncidentContent } from "./incident.server";

export type IncidentFormValues = { [Field in keyof IncidentContent]: IncidentContent[Field] | null } & {
  version: number | null;
};

/** What the form of an incident offers to name. Three queries. */
export async function incidentChoices(db: Reader, useCaseId: number) {
  return {
    risks: await db
      .select({ id: risks.id, title: risks.title })
      .from(risks)
      .where(eq(risks.useCaseId, useCaseId))
      .orderBy(asc(risks.id)),
    vendors: await db.select({ id: vendors.id, name: vendors.name }).from(vendors).orderBy(asc(vendors.name)),
    models: await db
      .select({ id: models.id, name: models.name, vendor: vendors.name })
      .from(models)
      .innerJoin(vendors, eq(vendors.id, models.vendorId))
      .orderBy(asc(vendors.name), asc(models.name)),
  };
}

export type IncidentChoices = Awaited<ReturnType<typeof incidentChoices>>;

/** An incident that is about to be logged: today, until somebody says otherwise. */
export function newIncident({ today }: When): IncidentFormValues {
  return {
    ...{ title: null, what: null, severity: null, startedOn: today, startedTime: null, detectedOn: today },
    ...{ detectedTime: null, endedOn: null, endedTime: null, affected: null, affectedCount: null },
    ...{ personalData: null, authorityToldOn: null, authorityWhyNot: null, seriousness: null, marketToldOn: null },
    ...{ cause: null, correction: null, riskId: null, vendorId: null, modelId: null, hoursLost: null, version: null },
  };
}

async function named(db: Reader, id: number) {
  const closer = db.select({ id: people.id, name: people.name }).from(people).as("closer");
  const [row] = await db
    .select({
      incident: incidents,
      loggedBy: people.name,
      closedBy: closer.name,
      risk: risks.title,
      vendor: vendors.name,
      model: models.name,
    })
    .from(incidents)
    .leftJoin(people, eq(people.id, incidents.loggedById))
    .leftJoin(closer, eq(closer.id, incidents.closedById))
    .leftJoin(risks, eq(risks.id, incidents.riskId))
    .leftJoin(vendors, eq(vendors.id, incidents.vendorId))
    .leftJoin(models, eq(models.id, incidents.modelId))
    .where(eq(incidents.id, id));
  return row ?? null;
}

/** All that the page of an incident shows, its costs aside. Eight queries. @throws Refusal 404, also for one of another case */
export async function incidentPage(
  db: Reader,
  actor: Actor,
  useCase: UseCase,
  id: number,
  { timeZone }: { timeZone: string },
  when: When,
) {
  const row = await named(db, id);
  if (row?.incident.useCaseId !== useCase.id) throw new Refusal(404, "incidents.refusal.not-found");
  const { incident, ...names } = row;
  const law = await readLaw(db);
  const pause = (await pausesOf(db, [useCase.id])).get(useCase.id);
  const open = incident.state === "open";
  const duties = dutiesOf(incident, law, { now: when.now.getTime(), timeZone });
  return {
    reference: useCase.reference,
    number: incidentNumber(id),
    incident: { ...incident, ...names },
    duties: duties.map((duty) => {
      const { article, title, text } = law(duty.provision);
      return { ...duty, article, title, text };
    }),
    choices: await incidentChoices(db, useCase.id),
    spans: (await pauseSpans(db, id)).map(({ from, to, ...span }) => ({
      ...span,
      from: isStage(from) ? from : null,
      to: isStage(to) ? to : null,
    })),
    /** The stage to which the case goes back when the pause that this incident caused ends; null while it caused none. */
    pausedFrom: pause?.incidentId === id ? pause.from : null,
    missing: missingToClose(incident),
    today: when.today,
    mayWrite: open && permits(actor, "incident.write", { ...useCase, writtenBy: incident.loggedById }),
    mayClose: permits(actor, "incident.close", useCase),
    mayPause: open && isPausable(useCase.stage) && permits(actor, "incident.pause", useCase),
    mayResume: pause?.incidentId === id && permits(actor, "incident.resume", useCase),
  };
}

export type IncidentPage = Awaited<ReturnType<typeof incidentPage>>;
