import { z } from "zod";
import { choice, decimal, idOf, inQuarter, rows, startedFromOrNone, text } from "#app/kernel/input";
import type { Key } from "#app/locales/keys";
import { OVERLAP_VERDICTS } from "./overlap";

const say = (key: Key): Key => key;

/** More KPIs than these do not count one benefit. */
export const MOST_SHARING = 20;

/** A share in percent with at most two decimals, as hundredths of a percent. */
const share = decimal({ min: 0, max: 100 })
  .refine((percent) => Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-9, say("overlaps.error.two-decimals"))
  .transform((percent) => Math.round(percent * 100));

/** What is said of KPIs that may count the same benefit; shares only count where they share it. */
export const overlapInput = z
  .object({
    verdict: choice(OVERLAP_VERDICTS),
    seen: startedFromOrNone,
    kpis: rows(z.object({ id: idOf, share: z.string().default("") }), MOST_SHARING),
    from: z.preprocess((sent) => (sent === "" || sent === undefined ? null : sent), inQuarter.nullable()),
    reason: text(1000),
  })
  .transform(({ kpis, ...said }, context) => ({
    ...said,
    kpis: kpis.map(({ id, share: typed }, at) => {
      if (said.verdict !== "shared") return { kpiId: id, share: null };
      const read = share.safeParse(typed);
      for (const issue of read.error?.issues ?? [])
        context.addIssue({ code: "custom", message: issue.message, path: ["kpis", at, "share"] });
      return { kpiId: id, share: read.success ? read.data : null };
    }),
  }))
  .refine(({ kpis }) => new Set(kpis.map(({ kpiId }) => kpiId)).size > 1, {
    path: ["verdict"],
    message: say("overlaps.error.two-kpis"),
  });

/** The KPIs that an address names: `?kpi=12&kpi=34`. */
export function kpisOfAddress(address: URLSearchParams): number[] {
  const asked = address.getAll("kpi").filter((id) => /^\d{1,9}$/.test(id));
  return [...new Set(asked.map(Number))].filter((id) => id > 0).slice(0, MOST_SHARING);
}

export const overlapAddress = (kpiIds: readonly number[]): string =>
  `/kpis/overlaps/decide?${kpiIds.map((id) => `kpi=${id}`).join("&")}`;
