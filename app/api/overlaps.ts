/** KPIs that may count the same benefit, and the shares by which they count it once. */
import { z } from "zod";
import type { Key } from "#app/locales/keys";
import { OVERLAP_SIGNS } from "#app/measurement/overlap";
import { MOST_SHARING } from "#app/measurement/overlap-input";
import { WHOLE_SHARE } from "#app/measurement/shares";
import { contract } from "./contract";
import { id, quarter, reference, said, told, toldAnswer } from "./shapes";

const kpi = { id: z.int(), name: toldAnswer, unit: z.string(), useCase: reference };
const shareAnswer = said("api.field.share", z.number());
const word = { id: z.int(), reason: toldAnswer, by: z.string().nullable(), on: z.string().meta({ format: "date" }) };

export const listOverlaps = contract({
  id: "listOverlaps",
  summary: "api.operation.listOverlaps",
  method: "GET",
  path: "/kpi-overlaps",
  group: "kpis",
  scope: "read",
  act: "use-case.read",
  answer: z
    .object({
      count: said("api.field.overlaps.count", z.int()),
      unresolved: said(
        "api.field.overlaps.unresolved",
        z.array(
          z.object({
            kpis: z.array(z.object(kpi)),
            signs: said("api.field.overlaps.signs", z.array(z.enum(OVERLAP_SIGNS))),
            declared: said("api.field.overlaps.declared", z.boolean()),
          }),
        ),
      ),
      shared: z.array(
        z.object({ ...word, from: quarter.nullable(), kpis: z.array(z.object({ ...kpi, share: shareAnswer })) }),
      ),
      different: z.array(z.object({ ...word, kpis: z.array(z.object(kpi)) })),
    })
    .meta({ id: "Overlaps" }),
});

const TOO_FINE: Key = "overlaps.error.two-decimals";
/** Hundredths of a percent: what shares add up in. */
const isExact = (share: number) => Math.abs(share * WHOLE_SHARE - Math.round(share * WHOLE_SHARE)) < 1e-6;

const kpiIds = z.array(id).min(2).max(MOST_SHARING);
const wordAnswer = z
  .object({ id: z.int(), revalued: said("api.field.overlaps.revalued", z.int()) })
  .meta({ id: "OverlapWord" });

export const declareOverlap = contract({
  id: "declareOverlap",
  summary: "api.operation.declareOverlap",
  method: "POST",
  path: "/kpi-overlaps",
  group: "kpis",
  scope: "write",
  act: "overlap.declare",
  body: z.strictObject({ kpis: kpiIds, reason: told(1000) }),
  answer: wordAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: { kpis: [12, 34], reason: { en: "Both count the minutes that advisers save on the same letters." } },
});

export const decideOverlap = contract({
  id: "decideOverlap",
  summary: "api.operation.decideOverlap",
  method: "POST",
  path: "/kpi-overlaps/decision",
  group: "kpis",
  scope: "write",
  act: "overlap.resolve",
  body: z.strictObject({
    verdict: said("api.field.overlaps.verdict", z.enum(["shared", "different"])),
    kpis: z
      .array(
        z.strictObject({
          id,
          share: said("api.field.share", z.number().min(0).max(1).refine(isExact, TOO_FINE).optional()),
        }),
      )
      .min(2)
      .max(MOST_SHARING),
    from: said("api.field.overlaps.from", quarter.optional()),
    reason: told(1000),
  }),
  answer: wordAnswer,
  once: "optional",
  refused: [403, 404, 409],
  example: {
    verdict: "shared" as const,
    kpis: [
      { id: 12, share: 0.6 },
      { id: 34, share: 0.4 },
    ],
    from: "2026-Q3",
    reason: { en: "The same letters: the first finds the answer, the second writes it." },
  },
});

export const OVERLAPS = [listOverlaps, declareOverlap, decideOverlap] as const;
