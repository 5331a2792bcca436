import { Refusal } from "#app/kernel/refusal";
import { type NamedKpi, readOverlaps } from "#app/measurement/overlaps.server";
import { sayOverlap } from "#app/measurement/resolve-overlap.server";
import { WHOLE_SHARE } from "#app/measurement/shares";
import { quartersToShare } from "#app/measurement/shares.server";
import { reads, writes } from "./operation.server";
import * as contracts from "./overlaps";
import { RefusedAt } from "./problem";
import { orNothing } from "./shapes";

const kpiAnswer = ({ kpiId: id, kpi: name, unit, reference: useCase }: NamedKpi) => ({ id, name, unit, useCase });

export const listOverlaps = reads(contracts.listOverlaps, async (db, { when }) => {
  const open = await quartersToShare(db, when.quarter);
  const found = await readOverlaps(db, open.at(-1) ?? when.quarter, when.quarter);
  const told = ({ id, reason, by, on }: (typeof found.shared)[number]) => ({ id, reason, by, on });
  return {
    count: found.count,
    unresolved: found.unresolved.map(({ one, other, signs, declared }) => ({
      kpis: [kpiAnswer(one), kpiAnswer(other)],
      signs,
      declared,
    })),
    shared: found.shared.map((word) => ({
      ...told(word),
      from: word.fromQuarter,
      kpis: word.kpis.map((kpi) => ({ ...kpiAnswer(kpi), share: kpi.share / WHOLE_SHARE })),
    })),
    different: found.different.map((word) => ({ ...told(word), kpis: word.kpis.map(kpiAnswer) })),
  };
});

/** @throws RefusedAt where nothing is told, or a KPI is named twice */
function checked<Said extends { reason: Parameters<typeof orNothing>[0] }>(said: Said, kpiIds: readonly number[]) {
  const reason = orNothing(said.reason);
  if (!reason) throw new RefusedAt(new Refusal(409, "desk.input.required"), ["reason"]);
  if (new Set(kpiIds).size < kpiIds.length) throw new RefusedAt(new Refusal(409, "api.fault.twice"), ["kpis"]);
  return reason;
}

export const declareOverlap = writes(contracts.declareOverlap, async (tx, { body, actor, when }) => {
  const reason = checked(body, body.kpis);
  const kpis = body.kpis.map((kpiId) => ({ kpiId, share: null }));
  return sayOverlap(tx, actor, { verdict: "declared", kpis, from: null, reason }, when);
});

export const decideOverlap = writes(contracts.decideOverlap, async (tx, { body, actor, when }) => {
  const { verdict, from = null } = body;
  const reason = checked(
    body,
    body.kpis.map(({ id }) => id),
  );
  const kpis = body.kpis.map(({ id, share }, place) => {
    if (verdict === "different") return { kpiId: id, share: null };
    if (share === undefined) throw new RefusedAt(new Refusal(409, "desk.input.required"), ["kpis", place, "share"]);
    return { kpiId: id, share: Math.round(share * WHOLE_SHARE) };
  });
  return sayOverlap(tx, actor, { verdict, kpis, from, reason }, when);
});
