/** Incidents of cases, the log over all of them, and the pauses and costs that they cause. */
import { z } from "zod";
import { DUTY_STATES } from "#app/safeguards/incidents/duty";
import { MOST_HOURS, SERIOUSNESS, SEVERITIES, TEXT_LETTERS, TITLE_LETTERS } from "#app/safeguards/incidents/incident";
import { INCIDENT_SHOWN } from "#app/safeguards/incidents/register";
import { contract } from "./contract";
import {
  after,
  day,
  id,
  idInAddress,
  instant,
  moneyAnswer,
  pageOf,
  quarter,
  reference,
  said,
  saying,
  stage,
  told,
  toldAnswer,
} from "./shapes";

const date = z.string().meta({ format: "date" });
const time = said(
  "api.field.incident.time",
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
);
const severity = said("api.field.incident.severity", z.literal([...SEVERITIES]));
const seriousness = said("api.field.incident.seriousness", z.enum(SERIOUSNESS).nullable());

const incident = z
  .object({
    id: z.int(),
    number: z.string(),
    reference,
    title: toldAnswer,
    what: toldAnswer,
    severity,
    startedOn: date,
    startedTime: time,
    detectedOn: date,
    detectedTime: time,
    endedOn: date.nullable(),
    endedTime: time,
    quarter: said("api.field.incident.quarter", z.string()),
    affected: toldAnswer.nullable(),
    affectedCount: z.int().nullable(),
    personalData: z.boolean().nullable(),
    authorityToldOn: date.nullable(),
    authorityWhyNot: toldAnswer.nullable(),
    seriousness,
    marketToldOn: date.nullable(),
    duties: said(
      "api.field.incident.duties",
      z.array(
        z.object({
          provision: z.string(),
          article: z.string(),
          to: z.enum(["data-authority", "market-authority"]),
          days: z.int(),
          due: instant,
          state: z.enum(DUTY_STATES),
        }),
      ),
    ),
    cause: toldAnswer.nullable(),
    correction: toldAnswer.nullable(),
    riskId: z.int().nullable(),
    vendorId: z.int().nullable(),
    modelId: z.int().nullable(),
    hoursLost: z.number().nullable(),
    cost: said("api.field.incident.cost", moneyAnswer.nullable()),
    costs: z.array(
      z.object({ quarter: z.string(), amount: moneyAnswer, note: toldAnswer.nullable(), costVersion: z.int() }),
    ),
    pausedFrom: said("api.field.incident.pausedFrom", stage.nullable()),
    state: z.enum(INCIDENT_SHOWN),
    closedReason: toldAnswer.nullable(),
    version: z.int(),
  })
  .meta({ id: "Incident" });

const words = {
  title: saying(TITLE_LETTERS),
  what: said("api.field.incident.what", saying(TEXT_LETTERS)),
  severity,
  startedOn: day,
  startedTime: time,
  detectedOn: day,
  detectedTime: time,
  endedOn: day.nullable(),
  endedTime: time,
  affected: told(TEXT_LETTERS).nullable(),
  affectedCount: z.int().min(0).max(1e9).nullable(),
  personalData: said("api.field.incident.personalData", z.boolean().nullable()),
  authorityToldOn: day.nullable(),
  authorityWhyNot: told(TEXT_LETTERS).nullable(),
  seriousness,
  marketToldOn: day.nullable(),
  cause: told(TEXT_LETTERS).nullable(),
  correction: told(TEXT_LETTERS).nullable(),
  riskId: id.nullable(),
  vendorId: id.nullable(),
  modelId: id.nullable(),
  hoursLost: said("api.field.incident.hoursLost", z.number().min(0).max(MOST_HOURS).nullable()),
};
const changes = z.strictObject(words).partial();
const { title, what, startedOn, detectedOn } = words;

const group = "safeguards" as const;
const one = z.strictObject({ id: idInAddress });

/** What the log and its file may be narrowed to. */
export const incidentFilters = {
  department: said(
    "api.field.risk.department",
    z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
  ),
  severity: z.enum(["1", "2", "3", "4"]).optional(),
  state: z.enum(INCIDENT_SHOWN).optional(),
  quarter: said("api.field.incident.quarterFilter", quarter.optional()),
  useCase: reference.optional(),
  paused: said("api.field.incident.pausedFilter", z.enum(["yes"]).optional()),
};

export const listIncidents = contract({
  id: "listIncidents",
  summary: "api.operation.listIncidents",
  method: "GET",
  path: "/incidents",
  group,
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ ...incidentFilters, after }),
  answer: pageOf(
    z
      .object({
        id: z.int(),
        number: z.string(),
        reference,
        title: toldAnswer,
        severity,
        startedOn: date,
        endedOn: date.nullable(),
        hoursLost: z.number().nullable(),
        cost: moneyAnswer.nullable(),
        pauses: z.int(),
        state: z.enum(INCIDENT_SHOWN),
      })
      .meta({ id: "LoggedIncident" }),
  ),
});

export const readIncident = contract({
  id: "readIncident",
  summary: "api.operation.readIncident",
  method: "GET",
  path: "/incidents/{id}",
  group,
  scope: "read",
  act: "use-case.read",
  parameters: one,
  answer: incident,
  refused: [404],
});

export const logIncident = contract({
  id: "logIncident",
  summary: "api.operation.logIncident",
  method: "POST",
  path: "/use-cases/{reference}/incidents",
  group,
  scope: "write",
  act: "incident.log",
  parameters: z.strictObject({ reference }),
  body: changes.extend({ title, what, severity, startedOn, detectedOn }),
  answer: incident,
  status: 201,
  location: (made) => `/incidents/${made.id}`,
  once: "optional",
  refused: [403, 404, 409],
  example: {
    title: { en: "Wrong amounts were sent to customers" },
    what: { en: "An update swapped two columns." },
    severity: 2,
    startedOn: "2026-11-10",
    detectedOn: "2026-11-10",
    detectedTime: "14:05",
    personalData: true,
    hoursLost: 12.5,
  },
});

export const updateIncident = contract({
  id: "updateIncident",
  summary: "api.operation.updateIncident",
  method: "PATCH",
  path: "/incidents/{id}",
  group,
  scope: "write",
  act: "incident.write",
  parameters: one,
  body: changes,
  answer: incident,
  edits: true,
  refused: [403, 404, 409],
  example: { cause: { en: "Two columns were swapped." } },
});

const started = said("api.field.risk.version", z.int().min(1));
const reason = said("api.field.incident.reason", saying(TEXT_LETTERS));
const ending = z.strictObject({ fromVersion: started, reason });
const acting = { method: "POST", group, scope: "write", parameters: one, answer: incident, once: "optional" } as const;
const refused = [403, 404, 409] as const;

export const closeIncident = contract({
  ...acting,
  id: "closeIncident",
  summary: "api.operation.closeIncident",
  path: "/incidents/{id}/closing",
  act: "incident.close",
  body: ending,
  refused,
  example: { fromVersion: 2, reason: { en: "Amounts are checked before they are sent." } },
});

export const reopenIncident = contract({
  ...acting,
  id: "reopenIncident",
  summary: "api.operation.reopenIncident",
  path: "/incidents/{id}/reopening",
  act: "incident.close",
  body: ending,
  refused,
  example: { fromVersion: 3, reason: { en: "It happened again." } },
});

export const pauseUseCase = contract({
  ...acting,
  id: "pauseUseCase",
  summary: "api.operation.pauseUseCase",
  path: "/incidents/{id}/pause",
  act: "incident.pause",
  body: z.strictObject({ reason, relookOn: said("api.field.incident.relookOn", day) }),
  refused,
  example: { reason: { en: "Until the amounts are right." }, relookOn: "2027-01-15" },
});

export const resumeUseCase = contract({
  ...acting,
  id: "resumeUseCase",
  summary: "api.operation.resumeUseCase",
  path: "/incidents/{id}/resumption",
  act: "incident.resume",
  body: z.strictObject({ reason, override: said("api.field.incident.override", z.boolean().optional()) }),
  refused,
  example: { reason: { en: "The amounts are checked." } },
});

export const setIncidentCost = contract({
  ...acting,
  id: "setIncidentCost",
  summary: "api.operation.setIncidentCost",
  path: "/incidents/{id}/costs",
  act: "cost.write",
  body: z.strictObject({
    quarter,
    amount: said("api.field.incident.amount", z.int().min(-1e13).max(1e13).nullable()),
    note: told(300).nullable().optional(),
    costVersion: said("api.field.incident.costVersion", z.int().min(0)),
  }),
  refused,
  example: { quarter: "2026-Q4", amount: 125_000, note: { en: "Goodwill gestures" }, costVersion: 0 },
});
