import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, type Desk, go, idFrom, parse } from "#app/desk.server";
import type { Day } from "#app/kernel/day";
import type { Key } from "#app/locales/keys";
import type { Speech } from "#app/locales/speech";
import { setIncidentCost } from "#app/measurement/incident-cost.server";
import { IncidentCosts } from "#app/measurement/incident-costs";
import { incidentMoney, resuming } from "#app/measurement/incident-money.server";
import { resumeCase } from "#app/measurement/resume-case.server";
import { ResumeForm } from "#app/measurement/resume-form";
import { writeOnce } from "#app/once.server";
import {
  incidentCostInput,
  incidentEdit,
  incidentEnd,
  pauseInput,
  resumeInput,
  toldIncident,
} from "#app/safeguards/incidents/incident";
import {
  changeIncident,
  closeIncident,
  incidentOfCase,
  reopenIncident,
} from "#app/safeguards/incidents/incident.server";
import { IncidentView } from "#app/safeguards/incidents/incident-page";
import { type IncidentPage, incidentPage } from "#app/safeguards/incidents/incident-page.server";
import { pauseCase } from "#app/safeguards/incidents/pause.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = {
  title: ({ page }: { page: IncidentPage }, { tell }: Speech) => `${page.number} ${tell(page.incident.title)}`,
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, organisation, when, permits }) => {
    const useCase = await openCase(database, actor, params.reference);
    const id = idFrom(params.incident);
    const page = await incidentPage(database, actor, useCase, id, organisation, when);
    return {
      page,
      costs: await incidentMoney(database, id, when.quarter, permits("cost.write", useCase)),
      resume: page.mayResume
        ? await resuming(database, actor, useCase, { to: page.pausedFrom, today: when.today })
        : null,
    };
  })(args);

type Incident = Awaited<ReturnType<typeof incidentOfCase>>;

/** Each form of the page by its intent: what it sends becomes one command, and a sentence on the next page. */
const FORMS: Record<string, (desk: Desk, form: FormData, incident: Incident) => Promise<Key>> = {
  async pause(desk, form, { id }) {
    const { actor, when, locale } = desk;
    const { reason, relookOn } = parse(pauseInput, form);
    const asked = { incidentId: id, reason: { [locale]: reason }, relookOn: relookOn as Day };
    await writeOnce(desk, form, (tx) => pauseCase(tx, actor, asked, when));
    return "incidents.paused-now";
  },
  async resume(desk, form, { id }) {
    const { actor, when, locale } = desk;
    const { reason, override } = parse(resumeInput, form);
    const asked = { incidentId: id, reason: { [locale]: reason }, override };
    await writeOnce(desk, form, (tx) => resumeCase(tx, actor, asked, when));
    return "incidents.resumed-now";
  },
  async cost({ database, actor, when, locale, organisation }, form, { id }) {
    const { quarter, amount, note, version } = parse(incidentCostInput(organisation.currency), form);
    const said = {
      incidentId: id,
      quarter,
      amountMinor: amount,
      note: note === null ? null : { [locale]: note },
      version,
    };
    await database.write((tx) => setIncidentCost(tx, actor, said, when));
    return "incidents.cost-saved";
  },
  async turn({ database, actor, when, locale }, form, { id }) {
    const { version, reason } = parse(incidentEnd, form);
    const opens = form.get("to") === "open";
    const turn = opens ? reopenIncident : closeIncident;
    await database.write((tx) => turn(tx, actor, { id, version, reason: { [locale]: reason } }, when));
    return opens ? "incidents.reopened" : "incidents.closed-now";
  },
  async incident({ database, actor, when, locale }, form, incident) {
    const { version, ...typed } = parse(incidentEdit, form);
    const change = { id: incident.id, version, ...toldIncident(typed, incident, locale) };
    await database.write((tx) => changeIncident(tx, actor, change, when));
    return "incidents.saved";
  },
};

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const useCase = await openCase(desk.database, desk.actor, desk.params.reference);
    const incident = await incidentOfCase(desk.database, useCase.id, idFrom(desk.params.incident));
    const intent = String(form.get("intent"));
    const write = (Object.hasOwn(FORMS, intent) ? FORMS[intent] : undefined) ?? FORMS.incident;
    return go(desk, desk.url.pathname, (await write?.(desk, form, incident)) ?? "incidents.saved");
  })(args);

export default function IncidentTab() {
  const { page, costs, resume } = useAnswer<typeof loader>();
  return (
    <IncidentView page={page} costs={<IncidentCosts {...costs} />} resume={resume && <ResumeForm {...resume} />} />
  );
}
