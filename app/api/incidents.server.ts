import type { Day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { costsOfIncident, setIncidentCost as setCost } from "#app/measurement/incident-cost.server";
import { resumeCase } from "#app/measurement/resume-case.server";
import {
  changeIncident,
  closeIncident as close,
  type IncidentContent,
  logIncident as log,
  openIncident,
  reopenIncident as reopen,
} from "#app/safeguards/incidents/incident.server";
import { incidentPage } from "#app/safeguards/incidents/incident-page.server";
import { pauseCase } from "#app/safeguards/incidents/pause.server";
import { incidentQuery } from "#app/safeguards/incidents/register";
import { incidentLog } from "#app/safeguards/incidents/register.server";
import { openCase, refuseHidden } from "#app/use-cases/cases.server";
import { incidentNumber } from "#app/use-cases/incident-number";
import type { Reader } from "#db/client.server";
import * as contracts from "./incidents";
import { type Asked, reads, writes } from "./operation.server";
import { Turned } from "./problem";
import { instantOf, orNothing } from "./shapes";

type Asking = Pick<Asked<never, never, never>, "actor" | "organisation" | "money" | "when">;

async function answerOf(db: Reader, id: number, { actor, organisation, money, when }: Asking) {
  const { useCase } = await openIncident(db, id);
  refuseHidden(actor, useCase);
  const { incident, number, duties, pausedFrom } = await incidentPage(db, actor, useCase, id, organisation, when);
  const { title, what, severity, startedOn, startedTime, detectedOn, detectedTime, endedOn, endedTime } = incident;
  const { quarter, affected, affectedCount, personalData, authorityToldOn, authorityWhyNot, seriousness } = incident;
  const { marketToldOn, cause, correction, riskId, vendorId, modelId, hoursLost, costMinor, state } = incident;
  return {
    ...{ id, number, reference: useCase.reference, title, what, severity, startedOn, startedTime, detectedOn },
    ...{ detectedTime, endedOn, endedTime, quarter, affected, affectedCount, personalData, authorityToldOn },
    ...{ authorityWhyNot, seriousness, marketToldOn, cause, correction, riskId, vendorId, modelId, hoursLost },
    duties: duties.map(({ provision, article, to, days, due, state: stands }) => ({
      ...{ provision, article, to, days, due: instantOf(due), state: stands },
    })),
    cost: money(costMinor),
    costs: (await costsOfIncident(db, id)).map(({ quarter: of, amountMinor, note, version }) => ({
      ...{ quarter: of, amount: money(amountMinor), note, costVersion: version },
    })),
    ...{ pausedFrom, state, closedReason: incident.closedReason, version: incident.version },
  };
}

export const listIncidents = reads(contracts.listIncidents, async (db, { query, money }) => {
  const { useCase, ...rest } = query;
  const asked = incidentQuery.parse({ ...rest, case: useCase });
  if (query.after !== undefined && asked.after === null) {
    throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
  }
  const { rows, next } = await incidentLog(db, asked);
  return {
    items: rows.map(({ id, reference, title, severity, startedOn, endedOn, hoursLost, costMinor, pauses, state }) => ({
      ...{ id, number: incidentNumber(id), reference, title, severity, startedOn, endedOn, hoursLost },
      ...{ cost: money(costMinor), pauses, state },
    })),
    next,
  };
});

export const readIncident = reads(contracts.readIncident, (db, asked) => answerOf(db, asked.parameters.id, asked));

const TEXTS = ["affected", "authorityWhyNot", "cause", "correction"] as const;

/** Days and times are checked by the contract; texts that say nothing are none. */
function contentOf(body: Partial<Record<keyof IncidentContent, unknown>>): Partial<IncidentContent> {
  const content = body as Partial<IncidentContent>;
  const texts = TEXTS.flatMap((name) => {
    const text = content[name];
    return text === undefined ? [] : [[name, orNothing(text)] as const];
  });
  return { ...content, ...Object.fromEntries(texts) };
}

const NOTHING = {
  ...{ startedTime: null, detectedTime: null, endedOn: null, endedTime: null, affected: null, affectedCount: null },
  ...{ personalData: null, authorityToldOn: null, authorityWhyNot: null, seriousness: null, marketToldOn: null },
  ...{ cause: null, correction: null, riskId: null, vendorId: null, modelId: null, hoursLost: null },
};

export const logIncident = writes(contracts.logIncident, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  const { title, what, severity } = body;
  const days = { startedOn: body.startedOn as Day, detectedOn: body.detectedOn as Day };
  const content = { ...NOTHING, ...contentOf(body), title, what, severity, ...days };
  const { id } = await log(tx, actor, { useCaseId, ...content }, when);
  return answerOf(tx, id, asked);
});

export const updateIncident = writes(contracts.updateIncident, async (tx, asked) => {
  const { parameters, body, actor, version, when } = asked;
  await changeIncident(tx, actor, { id: parameters.id, version, ...contentOf(body) }, when);
  return answerOf(tx, parameters.id, asked);
});

export const closeIncident = writes(contracts.closeIncident, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  await close(tx, actor, { id: parameters.id, version: body.fromVersion, reason: body.reason }, when);
  return answerOf(tx, parameters.id, asked);
});

export const reopenIncident = writes(contracts.reopenIncident, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  await reopen(tx, actor, { id: parameters.id, version: body.fromVersion, reason: body.reason }, when);
  return answerOf(tx, parameters.id, asked);
});

export const pauseUseCase = writes(contracts.pauseUseCase, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  const pause = { incidentId: parameters.id, reason: body.reason, relookOn: body.relookOn as Day };
  await pauseCase(tx, actor, pause, when);
  return answerOf(tx, parameters.id, asked);
});

export const resumeUseCase = writes(contracts.resumeUseCase, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  await resumeCase(tx, actor, { incidentId: parameters.id, reason: body.reason, override: body.override }, when);
  return answerOf(tx, parameters.id, asked);
});

export const setIncidentCost = writes(contracts.setIncidentCost, async (tx, asked) => {
  const { parameters, body, actor, when } = asked;
  const { quarter, amount, note, costVersion: version } = body;
  const amountMinor = amount === null ? null : minor(amount);
  const cost = { incidentId: parameters.id, quarter, amountMinor, note: orNothing(note), version };
  await setCost(tx, actor, cost, when);
  return answerOf(tx, parameters.id, asked);
});
