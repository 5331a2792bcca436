import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { activeDepartments } from "#app/delivery/pipeline.server";
import { ask } from "#app/desk.server";
import { incidentQuery } from "#app/safeguards/incidents/register";
import { incidentLog, incidentQuarters, incidentsOfQuarter } from "#app/safeguards/incidents/register.server";
import { IncidentLog } from "#app/safeguards/incidents/register-view";

export const handle = { title: "incidents.register" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url }) => {
    const query = incidentQuery.parse(Object.fromEntries(url.searchParams));
    const { quarter, department: departmentId } = query;
    return {
      query,
      ...(await incidentLog(database, query)),
      departments: await activeDepartments(database),
      quarters: await incidentQuarters(database, quarter),
      figures: quarter === null ? null : await incidentsOfQuarter(database, { quarter, departmentId }),
    };
  })(args);

export default function Incidents() {
  return <IncidentLog {...useAnswer<typeof loader>()} />;
}
