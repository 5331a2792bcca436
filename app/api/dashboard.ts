/** The dashboard of a quarter with the parts that it adds up from. */
import { z } from "zod";
import { QUARTER_STATUSES } from "#app/measurement/quarter-life";
import { STAR_FORMATS } from "#app/portfolio/star/star";
import { contract } from "./contract";
import { idInAddress, moneyAnswer, quarter, reference, said, stage, toldAnswer } from "./shapes";

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
const departmentName = z.object({ id: z.int(), name: toldAnswer }).nullable();

const against = <Value extends z.ZodType>(value: Value) =>
  z.object({ value, previousQuarter: value, lastYear: value, promised: value });

const caseFigures = z.object({
  useCase: reference,
  title: toldAnswer,
  realised: moneyAnswer,
  proven: moneyAnswer,
  cost: money,
});

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
