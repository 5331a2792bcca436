import { inArray } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Screening } from "#app/use-cases/bulk/selected.server";
import { gateBetween, unmet } from "#app/use-cases/gates";
import { useCases } from "#db/schema.server";
import { gateFactsByIds } from "./gate-facts.server";
import { moveThroughGate } from "./move-case.server";

/** Screening many cases at once: what the gate to the assessment asks, which later rooms know. */
export function bulkScreening(when: When, reasonToUndo: Told): Screening {
  return {
    missing: async (db, ids) => {
      if (ids.length === 0) return new Map();
      const facts = await gateFactsByIds(db, ids, when.today);
      return new Map(ids.map((id) => [id, unmet(gateBetween("submitted", "assessment", facts.get(id) ?? {})).length]));
    },
    move: async (tx, actor, ids) => {
      for (const useCaseId of ids) {
        await moveThroughGate(tx, actor, { useCaseId, to: "assessment", seenAt: "submitted" }, when);
      }
      const rows = await tx
        .select({ id: useCases.id, version: useCases.version })
        .from(useCases)
        .where(inArray(useCases.id, [...ids]));
      return new Map(rows.map(({ id, version }) => [id, version]));
    },
    moveBack: async (tx, actor, useCaseId) => {
      const move = { useCaseId, to: "submitted", reason: reasonToUndo, seenAt: "assessment" } as const;
      await moveThroughGate(tx, actor, move, when);
    },
  };
}
