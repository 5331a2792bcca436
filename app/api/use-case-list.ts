/** The operation that lists use cases: it takes the filters and orders of the list's page. */
import { z } from "zod";
import { SORTS } from "#app/use-cases/list/order";
import { NONE } from "#app/use-cases/list/query";
import { STAGES } from "#app/use-cases/stages";
import { contract } from "./contract";
import { pageOf, paging, said } from "./shapes";
import { listedCase } from "./use-cases";

/** One of these, or several with commas between them. */
const severalOf = (patterns: readonly string[]) => {
  const one = `(${patterns.join("|")})`;
  return z.string().regex(new RegExp(`^${one}(,${one}){0,59}$`));
};

/** Words that may hold a comma: said once for each. */
const written = z.union([z.string().max(200), z.array(z.string().max(200)).max(60)]);

const KEY_PATTERN = `(${Object.keys(SORTS).join("|")})(-(ascending|descending))?`;
const SORT_PATTERN = new RegExp(`^${KEY_PATTERN}(,${KEY_PATTERN}){0,2}$`);

/** The filters and orders of the list, as its address says them. */
export const listFilters = {
  q: said("api.field.q", z.string().max(200).optional()),
  stage: said("api.field.filter.stage", severalOf([...STAGES, NONE]).optional()),
  department: said("api.field.filter.department", severalOf(["[1-9]\\d{0,14}", NONE]).optional()),
  aiType: said("api.field.filter.aiType", written.optional()),
  source: said("api.field.filter.source", written.optional()),
  campaign: said("api.field.filter.campaign", severalOf(["[1-9]\\d{0,14}", NONE]).optional()),
  tag: said("api.field.filter.tag", severalOf(["[1-9]\\d{0,14}", NONE]).optional()),
  owner: said(
    "api.field.filter.owner-of-case",
    z
      .string()
      .regex(/^([1-9]\d{0,14}|none)$/)
      .optional(),
  ),
  mine: said("api.field.filter.mine", z.literal("yes").optional()),
  older: said(
    "api.field.filter.older",
    z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .optional(),
  ),
  sort: said("api.field.sort", z.string().regex(SORT_PATTERN).optional()),
  direction: said("api.field.direction", z.enum(["ascending", "descending"]).optional()),
};

export const listUseCases = contract({
  id: "listUseCases",
  summary: "api.operation.listUseCases",
  method: "GET",
  path: "/use-cases",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ ...listFilters, ...paging }),
  answer: pageOf(listedCase),
});
