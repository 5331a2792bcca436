import { exportSpend } from "#app/delivery/registers/spend.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { speechFor } from "#app/locales/speech";
import { incidentQuery } from "#app/safeguards/incidents/register";
import { MOST_INCIDENTS, wholeIncidentLog } from "#app/safeguards/incidents/register.server";
import { incidentCsv } from "#app/safeguards/incidents/register-csv.server";
import { riskQuery } from "#app/safeguards/risks/register";
import { MOST_RISKS, wholeRiskRegister } from "#app/safeguards/risks/register.server";
import { riskCsv } from "#app/safeguards/risks/register-csv.server";
import { type Asked, gives } from "./operation.server";
import * as contracts from "./register-files";

const speechOf = ({ locale, organisation }: Pick<Asked<never, never, never>, "locale" | "organisation">) =>
  speechFor(locale, organisation.currency, organisation.timeZone);

function saved(name: string, csv: string) {
  const bytes = new TextEncoder().encode(csv);
  const file = { name, mediaType: "text/csv; charset=utf-8", size: bytes.length };
  return { headers: attachmentHeaders(file), body: new Blob([bytes]).stream() };
}

export const exportRisks = gives(contracts.exportRisks, async (db, asked) => {
  const rows = await wholeRiskRegister(db, riskQuery.parse(asked.query), asked.when.today, MOST_RISKS);
  return saved("risks.csv", riskCsv(rows, speechOf(asked)));
});

export const exportIncidents = gives(contracts.exportIncidents, async (db, asked) => {
  const { useCase, ...rest } = asked.query;
  const rows = await wholeIncidentLog(db, incidentQuery.parse({ ...rest, case: useCase }), MOST_INCIDENTS);
  return saved("incidents.csv", incidentCsv(rows, speechOf(asked)));
});

export const exportVendorSpend = gives(contracts.exportVendorSpend, async (db, asked) => {
  const { currency } = asked.organisation;
  return saved("vendor-spend.csv", await exportSpend(db, asked.when.quarter, speechOf(asked), currency));
});
