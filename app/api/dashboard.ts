/** The dashboard of a quarter with the parts that it adds up from. */
import { z } from "zod";
import { XLSX } from "#app/business-cases/workbook";
import { QUARTER_STATUSES } from "#app/measurement/quarter-life";
import { CHANGE_KINDS } from "#app/portfolio/changes/changes";
import { FIGURE_FORMATS, FIGURE_VIEWS } from "#app/portfolio/files/views";
import { EVIDENCE_FILTERS } from "#app/portfolio/filters";
import { STAR_FORMATS } from "#app/portfolio/star/star";
import { contract } from "./contract";
import { CSV } from "./files";
import { after, day, idInAddress, moneyAnswer, pageOf, quarter, reference, said, stage, toldAnswer } from "./shapes";

const money = moneyAnswer.nullable();
const ratio = z.number().nullable();

const figures = {
  realised: said("api.field.realised", money),
  proven: said("api.field.proven", money),
  provenShare: ratio,
  cost: said("api.field.cost", money),
  runCost: money,
  roi: said("api.field.roi.quarter", ratio),
  provenRoi: ratio,
  forecast: said("api.field.forecast", money),
  forecastCost: money,
  forecastRoi: ratio,
  reports: z.int(),
};

const byEvidence = said(
  "api.field.byEvidence",
  z.object({ declared: money, estimated: money, measured: money, validated: money }),
);

const figuresAnswer = z.object(figures).meta({ id: "Figures" });
const partAnswer = z.object({ ...figures, byEvidence }).meta({ id: "Part" });
export const departmentName = z.object({ id: z.int(), name: toldAnswer }).nullable();

const against = <Value extends z.ZodType>(value: Value) =>
  z.object({ value, previousQuarter: value, lastYear: value, promised: value });

const caseFigures = z.object({
  useCase: reference,
  title: toldAnswer,
  realised: moneyAnswer,
  proven: moneyAnswer,
  cost: money,
});

/** The figures of a dashboard, of today or of a past day. */
const dashboardFigures = {
  figures: partAnswer,
  against: said(
    "api.field.against",
    z.object({
      realised: against(money),
      proven: against(money),
      cost: against(money),
      roi: against(ratio),
      provenRoi: against(ratio),
      cumulativeRoi: against(ratio),
      cumulativeProvenRoi: against(ratio),
      provenShare: against(ratio),
    }),
  ),
  cumulative: said("api.field.cumulative", figuresAnswer.extend({ first: quarter.nullable() })),
  quarters: said("api.field.quarters", z.array(partAnswer.extend({ quarter }))),
  departments: said("api.field.departments", z.array(partAnswer.extend({ department: departmentName }))),
  changes: said("api.field.changes", z.array(z.object({ department: departmentName, difference: moneyAnswer }))),
  top: z.array(caseFigures),
  bottom: z.array(caseFigures),
};

export const readDashboard = contract({
  id: "readDashboard",
  summary: "api.operation.readDashboard",
  method: "GET",
  path: "/dashboard",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({
    quarter: said("api.field.filter.dashboard", quarter.optional()),
    department: said("api.field.filter.department", z.union([z.literal("none"), idInAddress]).optional()),
  }),
  answer: z
    .object({
      quarter,
      status: said("api.field.quarterStatus", z.enum(QUARTER_STATUSES)),
      department: departmentName,
      ...dashboardFigures,
      brokenGuardrails: z.array(
        z.object({
          report: z.int(),
          useCase: reference,
          kpi: toldAnswer,
          unit: z.string(),
          limit: z.number().nullable(),
          actual: z.number().nullable(),
        }),
      ),
      withoutReport: said(
        "api.field.withoutReport",
        z.array(z.object({ department: departmentName, liveUseCases: z.int() })),
      ),
      pipeline: z.array(z.object({ stage, useCases: z.int(), valued: z.int(), npv: money })),
    })
    .meta({ id: "Dashboard" }),
});

const asOf = said("api.field.asOf", day);

export const readPastDashboard = contract({
  id: "readPastDashboard",
  summary: "api.operation.readPastDashboard",
  method: "GET",
  path: "/dashboard/past",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({
    on: asOf,
    quarter: said("api.field.filter.dashboard", quarter.optional()),
    department: said("api.field.filter.department", z.union([z.literal("none"), idInAddress]).optional()),
  }),
  answer: z
    .object({
      asOf,
      since: said("api.field.bookedSince", day.nullable()),
      quarter,
      closed: said("api.field.closedThen", z.boolean()),
      department: departmentName,
      ...dashboardFigures,
    })
    .meta({ id: "PastDashboard" }),
});

export const readPastCases = contract({
  id: "readPastCases",
  summary: "api.operation.readPastCases",
  method: "GET",
  path: "/dashboard/past/cases",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({
    on: asOf,
    quarter: said("api.field.figures.quarter", quarter.optional()),
    until: said("api.field.figures.until", quarter.optional()),
    department: said("api.field.filter.department", z.union([z.literal("none"), idInAddress]).optional()),
    useCase: reference.optional(),
    after,
  }),
  answer: z
    .object({
      asOf,
      total: z.object({ realised: money, proven: money, cost: money }),
      ...pageOf(
        z.object({
          useCase: reference,
          title: toldAnswer,
          realised: money,
          proven: money,
          cost: money,
          realisedNow: said("api.field.realisedNow", money),
        }),
      ).shape,
    })
    .meta({ id: "PastCases" }),
});

const changeKind = said("api.field.changeKind", z.enum(CHANGE_KINDS));

export const readChanges = contract({
  id: "readChanges",
  summary: "api.operation.readChanges",
  method: "GET",
  path: "/dashboard/changes",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({
    quarter: said("api.field.filter.dashboard", quarter.optional()),
    department: said("api.field.filter.department", z.union([z.literal("none"), idInAddress]).optional()),
    kind: changeKind.optional(),
    after,
  }),
  answer: z
    .object({
      quarter,
      previousQuarter: quarter,
      department: departmentName,
      steps: said(
        "api.field.changeSteps",
        z.array(
          z.object({
            step: z.enum(["before", "restated", ...CHANGE_KINDS, "now"]),
            amount: moneyAnswer,
            level: z.boolean(),
          }),
        ),
      ),
      restated: z.object({ reports: z.int(), difference: moneyAnswer }),
      kinds: z.array(z.object({ kind: changeKind, useCases: z.int(), difference: moneyAnswer })),
      ...pageOf(
        z.object({
          useCase: reference,
          title: toldAnswer,
          kind: changeKind,
          before: money,
          now: money,
          difference: moneyAnswer,
          why: said(
            "api.field.changeWhy",
            z
              .object({
                kpi: toldAnswer,
                unit: z.string(),
                from: z.number().nullable(),
                to: z.number().nullable(),
                otherTerms: z.boolean(),
                difference: moneyAnswer,
                otherKpis: z.int(),
                report: z.int(),
                note: toldAnswer.nullable(),
              })
              .nullable(),
          ),
          left: z.object({ stage, reason: toldAnswer.nullable() }).nullable(),
        }),
      ).shape,
    })
    .meta({ id: "Changes" }),
});

export const exportFigures = contract({
  id: "exportFigures",
  summary: "api.operation.exportFigures",
  method: "GET",
  path: "/dashboard/export",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({
    view: said("api.field.figures.view", z.enum(FIGURE_VIEWS).optional()),
    format: said("api.field.figures.format", z.enum(FIGURE_FORMATS).optional()),
    quarter: said("api.field.figures.quarter", quarter.optional()),
    until: said("api.field.figures.until", quarter.optional()),
    department: said("api.field.filter.department", z.union([z.literal("none"), idInAddress]).optional()),
    evidence: said("api.field.figures.evidence", z.enum(EVIDENCE_FILTERS).optional()),
    useCase: reference.optional(),
    kind: changeKind.optional(),
  }),
  gives: [CSV, XLSX],
  answer: z.unknown(),
});

export const exportStar = contract({
  id: "exportStar",
  summary: "api.operation.exportStar",
  method: "GET",
  path: "/star",
  group: "dashboard",
  scope: "read",
  act: "dashboard.read",
  query: z.strictObject({ format: said("api.field.star.format", z.enum(STAR_FORMATS).optional()) }),
  gives: ["application/zip"],
  answer: z.unknown(),
});

export const DASHBOARD = [
  readDashboard,
  readPastDashboard,
  readPastCases,
  readChanges,
  exportFigures,
  exportStar,
] as const;
