import type { Quarter } from "#app/kernel/quarter";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import { permits } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { overlapKpis, overlaps } from "#db/schema.server";
import { type KpiOfCase, kpisById } from "./kpi.server";
import type { OverlapVerdict } from "./overlap";
import { type Revalued, revalue } from "./revalue.server";
import { holdingIn, type Sharing, sharesIn, WHOLE_SHARE, whyNotShares } from "./shares";
import { quartersToShare, readSaid, type SaidOverlap, sharingsOf } from "./shares.server";

export interface OverlapWord {
  verdict: OverlapVerdict;
  /** Two KPIs or more, each once; the share is in hundredths of a percent, and only told of those that share. */
  kpis: readonly { kpiId: number; share: number | null }[];
  /** From when shares apply, or end; null where nothing is shared. */
  from: Quarter | null;
  reason: Told;
  /** The newest word on these KPIs that the page showed, 0 where there was none. Left out: whatever is there. */
  seen?: number;
}

/** The newest word that names one of these KPIs, 0 where there is none. */
export const newestWord = (said: readonly SaidOverlap[], kpiIds: readonly number[]): number =>
  said.findLast((word) => word.kpiIds.some((kpiId) => kpiIds.includes(kpiId)))?.id ?? 0;

/**
 * What a person says of KPIs that may count the same benefit: they share it from a quarter on, they do not (which ends the
 * shares that they had), or somebody should look at it. Reports of quarters that are not closed are valued anew.
 * @returns the word's id, and how many reports have another value now
 * @throws Refusal 403; 404 of no such KPI; 409 where shares are more than the whole, a KPI that shares with one of them is
 *   left out, the quarter is closed, a KPI is not in money, or somebody else spoke meanwhile
 */
export async function sayOverlap(
  tx: Writer,
  actor: Actor,
  word: OverlapWord,
  when: When,
): Promise<{ id: number; revalued: number }> {
  const kpiIds = word.kpis.map(({ kpiId }) => kpiId);
  const found = await kpisById(tx, kpiIds);
  const parties = kpiIds.map((kpiId) => {
    const kpi = found.get(kpiId);
    if (!kpi) throw new Refusal(404, "measurement.refusal.no-kpi");
    return kpi;
  });
  const may = permitted(actor, word.verdict, parties);
  if (parties.some(({ kpi }) => kpi.valuePerUnitMinor === null))
    throw new Refusal(409, "overlaps.refusal.not-in-money");
  const said = await readSaid(tx);
  if (word.seen !== undefined && word.seen !== newestWord(said, kpiIds)) throw new Refusal(409, "desk.refusal.stale");
  const decided = sharingsOf(said);
  const open = await quartersToShare(tx, when.quarter);
  const sharing = sharingOf(word, decided, open);
  if (sharing) await guard(tx, decided, sharing, open);
  const [made] = await tx
    .insert(overlaps)
    .values({
      ...{ verdict: word.verdict, fromQuarter: sharing?.from ?? null, reason: word.reason },
      ...{ byId: actor.personId, on: when.today },
    })
    .returning({ id: overlaps.id });
  if (!made) throw new Error("The overlap was not inserted");
  const members = kpiIds.map((kpiId) => ({ overlapId: made.id, kpiId, share: sharing?.shares.get(kpiId) ?? null }));
  await tx.insert(overlapKpis).values(members);
  const moved = sharing ? await revalueAll(tx, parties, [...decided, { ...sharing, id: made.id }], when) : [];
  const revalued = moved.length;
  const before = sharesIn(decided, sharing?.from ?? when.quarter);
  const changes = parties.map(({ kpi }) => ({
    ...{ subject: "overlap" as const, subjectId: made.id, useCaseId: kpi.useCaseId },
    ...(sharing && { before: { benefitShare: (before.get(kpi.id) ?? WHOLE_SHARE) / WHOLE_SHARE } }),
    after: {
      ...{ kpiName: kpi.name, verdict: word.verdict, reason: word.reason },
      ...(sharing && {
        benefitShare: (sharing.shares.get(kpi.id) ?? WHOLE_SHARE) / WHOLE_SHARE,
        quarter: sharing.from,
        revalued,
      }),
    },
  }));
  // Each report's own history says when its figure moved; the case's says it once.
  const figures = moved.map(({ id: subjectId, ...figure }) => ({ subject: "report" as const, subjectId, ...figure }));
  await recordAll(tx, may, [...changes, ...figures], when);
  return { id: made.id, revalued };
}

/** Who declares needs to be allowed of one of the KPIs; who decides, of each. */
function permitted(actor: Actor, verdict: OverlapVerdict, parties: readonly KpiOfCase[]): Permitted {
  if (verdict === "declared") {
    const own = parties.find((party) => permits(actor, "overlap.declare", party)) ?? parties[0];
    return permit(actor, "overlap.declare", own ?? {});
  }
  return parties.map((party) => permit(actor, "overlap.resolve", party)).at(0) ?? permit(actor, "overlap.resolve", {});
}

/** What changes of the shares, or null: «not the same benefit» changes them only where the KPIs shared one. */
function sharingOf(word: OverlapWord, decided: readonly Sharing[], open: readonly Quarter[]): Sharing | null {
  if (word.verdict === "declared") return null;
  const shared = word.verdict === "shared";
  const latest = open[0];
  if (!shared && !(latest && shareTogether(decided, word, open))) return null;
  const from = word.from ?? latest;
  if (from === undefined) throw new Refusal(409, "overlaps.refusal.no-quarter");
  const shares = word.kpis.map(({ kpiId, share }) => [kpiId, shared ? (share ?? WHOLE_SHARE) : WHOLE_SHARE] as const);
  return { id: 0, shared, from, shares: new Map(shares) };
}

function shareTogether(decided: readonly Sharing[], { kpis }: OverlapWord, open: readonly Quarter[]): boolean {
  return open.some((quarter) => {
    const holding = holdingIn(decided, quarter);
    const groups = kpis.flatMap(({ kpiId }) => holding.get(kpiId) ?? []).filter(({ shared }) => shared);
    return new Set(groups).size < groups.length;
  });
}

async function guard(
  tx: Writer,
  decided: readonly Sharing[],
  sharing: Sharing,
  open: readonly Quarter[],
): Promise<void> {
  const no = whyNotShares(decided, sharing, open);
  if (!no) return;
  if (no.why === "outside-quarters")
    throw new Refusal(409, "overlaps.refusal.outside-quarters", { quarter: sharing.from });
  if (no.why === "beyond-whole") throw new Refusal(409, "overlaps.refusal.beyond-whole", { percent: no.sum / 100 });
  const left = [...(await kpisById(tx, no.kpiIds)).values()];
  const references = [...new Set(left.map(({ reference }) => reference))].join(", ");
  throw new Refusal(409, "overlaps.refusal.left-out", { count: left.length, references });
}

async function revalueAll(
  tx: Writer,
  parties: readonly KpiOfCase[],
  decided: readonly Sharing[],
  when: When,
): Promise<Revalued[]> {
  const revalued: Revalued[] = [];
  for (const { kpi } of parties) {
    const shareOf = ({ quarter }: { quarter: Quarter }) => sharesIn(decided, quarter).get(kpi.id) ?? WHOLE_SHARE;
    revalued.push(...(await revalue(tx, kpi, shareOf, when)));
  }
  return revalued;
}
