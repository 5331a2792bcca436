/** What was spent with a vendor by quarter, entered and as far as its cases' costs tell. */
import { z } from "zod";
import { contract } from "./contract";
import { evidence, idInAddress, moneyAnswer, quarter, said, words } from "./shapes";

const money = moneyAnswer.nullable();
const spend = z
  .object({
    quarter,
    entered: said("api.field.spend.entered", money),
    evidence: evidence.nullable(),
    source: z.string().nullable(),
    version: said("api.field.spend.version", z.int()),
    least: said("api.field.spend.least", money),
    most: said("api.field.spend.most", money),
  })
  .meta({ id: "VendorSpend" });
const shared = {
  path: "/registers/vendors/{id}/spend" as const,
  group: "delivery" as const,
  parameters: z.object({ id: idInAddress }),
  answer: z.object({ items: z.array(spend) }),
};

export const listVendorSpend = contract({
  ...shared,
  id: "listVendorSpend",
  summary: "api.operation.listVendorSpend",
  method: "GET",
  scope: "read",
  act: "use-case.read",
  refused: [404],
});

export const setVendorSpend = contract({
  ...shared,
  id: "setVendorSpend",
  summary: "api.operation.setVendorSpend",
  method: "POST",
  scope: "write",
  act: "vendor.write",
  body: z.strictObject({
    quarter,
    amountMinor: said("api.field.spend.amount", z.int().min(-1e14).max(1e14).nullable()),
    evidence: z.enum(["declared", "estimated", "measured"]),
    source: words(300).nullable().optional(),
    version: said("api.field.spend.version", z.int().min(0)),
  }),
  refused: [403, 404, 409],
  example: { quarter: "2026-Q3", amountMinor: 1_250_000, evidence: "measured", source: "Invoice 4711", version: 0 },
});
