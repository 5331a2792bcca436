/** Operations on KPIs and on what is reported of them. */
import { z } from "zod";
import type { Key } from "#app/locales/keys";
import { OVER_TIME } from "#app/measurement/over-time";
import { DIRECTIONS } from "#app/measurement/realised";
import { contract } from "./contract";
import {
  evidence,
  id,
  idInAddress,
  moneyAnswer,
  pageOf,
  paging,
  personAnswer,
  quarter,
  reference,
  said,
  told,
  toldAnswer,
  words,
} from "./shapes";

const size = z.number().min(-1e12).max(1e12);
const share = said("api.field.attribution", z.number().min(0).max(1));
/** Minor units may be fractions here: what a single unit of a KPI is worth. */
const valuePerUnit = said("api.field.valuePerUnit", z.strictObject({ minor: size, currency: z.string().length(3) }));

const kpiAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    useCase: reference,
    name: toldAnswer,
    unit: z.string(),
    direction: said("api.field.direction.kpi", z.enum(DIRECTIONS)),
    baseline: z.number(),
    baselinePeriod: z.string().nullable(),
    baselineMethod: toldAnswer.nullable(),
    target: z.number().nullable(),
    owner: personAnswer,
    valuePerUnit: said("api.field.valuePerUnit", z.object({ minor: z.number(), currency: z.string() }).nullable()),
    attribution: share,
    overTime: said("api.field.overTime", z.enum(OVER_TIME)),
    isGuardrail: said("api.field.isGuardrail", z.boolean()),
    limit: said("api.field.limit.kpi", z.number().nullable()),
    firstQuarter: quarter,
    lastQuarter: quarter.nullable(),
  })
  .meta({ id: "Kpi" });

const kpiFields = {
  name: told(120),
  unit: words(30),
  direction: said("api.field.direction.kpi", z.enum(DIRECTIONS)),
  baseline: size,
  baselinePeriod: words(60).nullable().optional(),
  baselineMethod: told(500).nullable().optional(),
  target: size.nullable().optional(),
  ownerId: id,
  valuePerUnit: valuePerUnit.nullable().optional(),
  attribution: share,
  overTime: said("api.field.overTime", z.enum(OVER_TIME)),
  isGuardrail: said("api.field.isGuardrail", z.boolean().optional()),
  limit: said("api.field.limit.kpi", size.nullable().optional()),
  firstQuarter: quarter,
  lastQuarter: quarter.nullable().optional(),
};

const EXAMPLE = {
  name: { fr: "Courriers traités le jour même", en: "Letters answered the same day" },
  unit: "%",
  direction: "up" as const,
  baseline: 42,
  target: 80,
  ownerId: 1,
  valuePerUnit: { minor: 25_000, currency: "EUR" },
  attribution: 0.8,
  overTime: "average" as const,
  firstQuarter: "2026-Q3",
};

export type KpiSaid = z.output<z.ZodObject<typeof kpiFields>>;

export const listKpis = contract({
  id: "listKpis",
  summary: "api.operation.listKpis",
  method: "GET",
  path: "/kpis",
  group: "kpis",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    useCase: said("api.field.filter.useCase", reference.optional()),
    owner: said("api.field.filter.owner", z.union([z.literal("me"), idInAddress]).optional()),
    dueIn: said("api.field.filter.dueIn", quarter.optional()),
    missingIn: said("api.field.filter.missingIn", quarter.optional()),
    ...paging,
  }),
  answer: pageOf(kpiAnswer),
  refused: [404],
});

export const readKpi = contract({
  id: "readKpi",
  summary: "api.operation.readKpi",
  method: "GET",
  path: "/kpis/{id}",
  group: "kpis",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ id: idInAddress }),
  answer: kpiAnswer,
  refused: [404],
});

export const createKpi = contract({
  id: "createKpi",
  summary: "api.operation.createKpi",
  method: "POST",
  path: "/use-cases/{reference}/kpis",
  group: "kpis",
  scope: "write",
  act: "kpi.define",
  parameters: z.object({ reference }),
  body: z.strictObject(kpiFields),
  answer: kpiAnswer,
  status: 201,
  location: ({ id }) => `/kpis/${id}`,
  once: "optional",
  refused: [403, 404, 409],
  example: EXAMPLE,
});

export const updateKpi = contract({
  id: "updateKpi",
  summary: "api.operation.updateKpi",
  method: "PATCH",
  path: "/kpis/{id}",
  group: "kpis",
  scope: "write",
  act: "kpi.define",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject(kpiFields).partial(),
  answer: kpiAnswer,
  edits: true,
  refused: [403, 404, 409],
  example: { target: 85 },
});

export const reportAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    kpi: z.object({ id: z.int(), name: toldAnswer, unit: z.string() }),
    useCase: reference,
    quarter,
    actual: said("api.field.actual", z.number().nullable()),
    unavailableBecause: toldAnswer.nullable(),
    evidence,
    source: toldAnswer.nullable(),
    note: toldAnswer.nullable(),
    realised: said("api.field.realised.report", moneyAnswer.nullable()),
    terms: said(
      "api.field.terms",
      z.object({
        direction: z.enum(DIRECTIONS),
        baseline: z.number(),
        valuePerUnit: z.object({ minor: z.number(), currency: z.string() }).nullable(),
        attribution: z.number(),
        share: said("api.field.share", z.number()),
      }),
    ),
    broken: said("api.field.broken", z.boolean()),
    reportedBy: personAnswer,
    reportedOn: z.string().meta({ format: "date" }),
    review: said("api.field.review", z.enum(["waiting", "accepted", "sent-back"])),
  })
  .meta({ id: "Report" });

export const MOST_REPORTS = 500;
const NO_VALUE: Key = "measurement.error.value-or-reason";
const SAME_AND_OTHER: Key = "measurement.error.same-and-other";
const NO_SOURCE: Key = "measurement.error.source-needed";
const TWICE: Key = "api.fault.twice";

const reportInput = z
  .strictObject({
    kpiId: id,
    actual: said("api.field.actual", size.nullable().optional()),
    sameAsLast: said("api.field.sameAsLast", z.boolean().optional()),
    unavailableBecause: told(500).nullable().optional(),
    evidence: said("api.field.evidence.claimed", z.enum(["declared", "estimated", "measured"]).optional()),
    source: told(300).nullable().optional(),
    note: told(1_000).nullable().optional(),
    version: said("api.field.version.report", z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional()),
  })
  .superRefine((report, context) => {
    const wrong = (path: string, message: Key) => context.addIssue({ code: "custom", path: [path], message });
    const known = typeof report.actual === "number" || report.sameAsLast === true;
    if (report.sameAsLast && typeof report.actual === "number") wrong("actual", SAME_AND_OTHER);
    if (!known && !Object.keys(report.unavailableBecause ?? {}).length) wrong("actual", NO_VALUE);
    if (known && report.evidence === "measured" && !Object.keys(report.source ?? {}).length) wrong("source", NO_SOURCE);
  });
export type ReportSaid = z.output<typeof reportInput>;

export const writeReports = contract({
  id: "writeReports",
  summary: "api.operation.writeReports",
  method: "POST",
  path: "/reports",
  group: "reports",
  scope: "write",
  act: "report.write",
  body: z.strictObject({
    quarter,
    reports: z
      .array(reportInput)
      .min(1)
      .max(MOST_REPORTS)
      .superRefine((reports, context) => {
        const seen = new Set<number>();
        for (const [at, { kpiId }] of reports.entries()) {
          if (seen.has(kpiId)) context.addIssue({ code: "custom", path: [at, "kpiId"], message: TWICE });
          seen.add(kpiId);
        }
      }),
  }),
  answer: z.object({
    quarter,
    written: said("api.field.written", z.int()),
    unchanged: said("api.field.unchanged", z.int()),
    reports: z.array(reportAnswer),
  }),
  once: "required",
  refused: [403, 404, 409],
  example: {
    quarter: "2026-Q3",
    reports: [
      {
        kpiId: 1,
        actual: 61.5,
        evidence: "measured",
        source: { fr: "Extraction de l’outil de courrier, 3 novembre" },
        note: { fr: "Deux semaines de rodage en août" },
      },
      { kpiId: 2, unavailableBecause: { fr: "L’enquête sort en décembre." } },
    ],
  },
});

export const listReports = contract({
  id: "listReports",
  summary: "api.operation.listReports",
  method: "GET",
  path: "/reports",
  group: "reports",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({
    quarter: said("api.field.filter.quarter", quarter.optional()),
    useCase: said("api.field.filter.useCase", reference.optional()),
    kpi: said("api.field.filter.kpi", idInAddress.optional()),
    department: said("api.field.filter.department", z.union([z.literal("none"), idInAddress]).optional()),
    evidence: said("api.field.filter.evidence", evidence.optional()),
    ...paging,
  }),
  answer: pageOf(reportAnswer),
  refused: [404],
});

export const readReport = contract({
  id: "readReport",
  summary: "api.operation.readReport",
  method: "GET",
  path: "/reports/{id}",
  group: "reports",
  scope: "read",
  act: "dashboard.read",
  parameters: z.object({ id: idInAddress }),
  answer: reportAnswer,
  refused: [404],
});

export const REPORTS = [listReports, readReport, writeReports] as const;
