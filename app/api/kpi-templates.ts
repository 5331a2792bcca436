/** The library that KPIs start from. */
import { z } from "zod";
import { TEMPLATE_KEYS } from "#app/measurement/kpi-templates";
import { OVER_TIME } from "#app/measurement/over-time";
import { DIRECTIONS } from "#app/measurement/realised";
import { contract } from "./contract";
import { said, toldAnswer } from "./shapes";

export const listKpiTemplates = contract({
  id: "listKpiTemplates",
  summary: "api.operation.listKpiTemplates",
  method: "GET",
  path: "/kpi-templates",
  group: "kpis",
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    items: z.array(
      z.object({
        key: z.enum(TEMPLATE_KEYS),
        name: toldAnswer,
        unit: toldAnswer,
        direction: said("api.field.direction.kpi", z.enum(DIRECTIONS)),
        overTime: said("api.field.overTime", z.enum(OVER_TIME)),
        overDepartments: said("api.field.overDepartments", z.enum(OVER_TIME)),
        attribution: said("api.field.attribution", z.number()),
        inMoney: said("api.field.inMoney", z.boolean()),
        formula: toldAnswer,
        method: toldAnswer,
        guardrail: said("api.field.guardrailTemplate", z.enum(TEMPLATE_KEYS)),
      }),
    ),
  }),
  refused: [],
});
