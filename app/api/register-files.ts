/** The risks, the incidents and what was spent with vendors as files. Those that a file fills are in `registers.ts`. */
import { z } from "zod";
import { contract } from "./contract";
import { incidentFilters } from "./incidents";
import { riskFilters } from "./risks";

const file = { method: "GET", scope: "read", act: "use-case.read", gives: ["text/csv"], answer: z.string() } as const;

export const exportRisks = contract({
  ...file,
  id: "exportRisks",
  summary: "api.operation.exportRisks",
  path: "/register-files/risks",
  group: "safeguards",
  query: z.strictObject(riskFilters),
});

export const exportIncidents = contract({
  ...file,
  id: "exportIncidents",
  summary: "api.operation.exportIncidents",
  path: "/register-files/incidents",
  group: "safeguards",
  query: z.strictObject(incidentFilters),
});

export const exportVendorSpend = contract({
  ...file,
  id: "exportVendorSpend",
  summary: "api.operation.exportVendorSpend",
  path: "/register-files/vendor-spend",
  group: "safeguards",
});
