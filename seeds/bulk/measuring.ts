import { addDays, type Day } from "#app/kernel/day";
import { DECLARED, type Evidence, MEASURED, VALIDATED } from "#app/kernel/evidence";
import { minor, NOTHING, roundMinor } from "#app/kernel/money";
import { addQuarters, firstDayOf, type Quarter, quartersBetween } from "#app/kernel/quarter";
import { countedCost, countedReport } from "#app/measurement/postings";
import { breaksLimit, realisedValue } from "#app/measurement/realised";
import { WHOLE_SHARE } from "#app/measurement/shares";
import { sinceStart } from "#app/use-cases/ledger.server";
import { AMOUNTS } from "#app/use-cases/posting";
import { kpis } from "#db/schema.server";
import { Dice } from "./dice";
import type { Ground, Numbers } from "./ground";
import { GUARDRAILS, INDICATORS, SOURCES, UNAVAILABLE } from "./indicators";
import { type CasePlan, stretchesOf } from "./plan";
import type { Spent } from "./safeguarding";
import type { Growing, Sheaf } from "./sheaf";
import { say } from "./texts";

const ASK = say("Préciser la source, s’il vous plaît.", "Please name the source.");
const METHOD = say("Relevé sur les deux mois d’avant", "Measured over the two months before");
type Kpi = Sheaf["kpis"][number];
type Kept = Sheaf["caseQuarters"][number];

/** The KPIs of a case that is or was live, with all that was reported on them. */
export function measure(
  ground: Ground,
  plan: CasePlan,
  growing: Growing,
  numbers: Numbers,
  sheaf: Sheaf,
  onIncidents: readonly Spent[],
): void {
  if (plan.quarters === 0) return;
  const dice = new Dice(ground.seed, "figures", plan.at);
  const kept = new Map<Quarter, Kept>();
  const last = addQuarters(plan.reportsFrom, plan.quarters - 1);
  const lastQuarter = plan.stage === "retired" ? last : null;
  // One case in ten made things worse; the others come nearer to their targets quarter by quarter.
  const worse = dice.chance(0.1);
  for (const [place, stretch] of stretchesOf(plan).entries()) {
    const kpi = defined(dice, place, growing, { id: numbers.take(kpis), first: stretch.first, lastQuarter });
    sheaf.kpis.push(kpi);
    const reach = worse || dice.chance(0.06) ? -0.4 * dice.share() : 0.3 + 0.9 * dice.share();
    for (let turn = 0; turn < stretch.reports; turn++) {
      const quarter = addQuarters(stretch.first, turn);
      const progress = (reach * (turn + 1)) / (turn + 2.5) + 0.04 * dice.bell();
      report(ground, dice, kpi, quarter, progress, keptOf(kept, growing.useCase.id, quarter), sheaf);
    }
  }
  spend(ground, dice, plan, growing, kept, sheaf);
  for (const { quarter, amountMinor } of onIncidents) {
    const [enteredBy = 0] = growing.people;
    const entry = { useCaseId: growing.useCase.id, quarter, kind: "incident" as const, amountMinor, note: null };
    sheaf.costs.push({ ...entry, enteredBy, enteredOn: ground.calendar.today });
    count(keptOf(kept, growing.useCase.id, quarter), countedCost("incident", amountMinor));
  }
  sheaf.caseQuarters.push(...kept.values());
  Object.assign(growing.standing, sinceStart([...kept.values()]));
}

function defined(
  dice: Dice,
  place: number,
  { useCase, people }: Growing,
  { id, first, lastQuarter }: { id: number; first: Quarter; lastQuarter: Quarter | null },
): Kpi {
  const isGuardrail = place % 5 === 1;
  const { name, unit, direction, before, move, digits, overTime } = dice.among(isGuardrail ? GUARDRAILS : INDICATORS);
  const rounded = (value: number) => Number(value.toFixed(digits));
  const most = unit === "%" ? 96 : unit === "/10" ? 9 : Number.POSITIVE_INFINITY;
  const baseline = rounded(Math.min(most, before * (0.7 + 0.6 * dice.share())));
  const target = rounded(Math.min(most + 3, baseline * (direction === "up" ? 1 + move : 1 - move)));
  // Money per quarter once the target is reached, spread over the units in between.
  const worth = dice.around(70_000, 2.1);
  const monetised = !isGuardrail && dice.chance(0.68) && target !== baseline;
  return {
    id,
    useCaseId: useCase.id,
    ...{ name, unit, direction, baseline, baselinePeriod: first, baselineMethod: METHOD, target },
    ownerId: dice.of(people),
    valuePerUnitMinor: monetised ? Math.max(1, Math.round(worth / Math.abs(target - baseline))) : null,
    attribution: dice.chance(0.7) ? 1 : dice.of([0.5, 0.6, 0.8]),
    ...{ overTime, isGuardrail },
    limit: isGuardrail ? rounded(baseline * (direction === "up" ? 0.9 : 1.1)) : null,
    firstQuarter: first,
    lastQuarter,
  };
}

function keptOf(kept: Map<Quarter, Kept>, useCaseId: number, quarter: Quarter): Kept {
  const found = kept.get(quarter);
  if (found) return found;
  const made: Kept = {
    useCaseId,
    quarter,
    declaredMinor: NOTHING,
    estimatedMinor: NOTHING,
    measuredMinor: NOTHING,
    validatedMinor: NOTHING,
    costMinor: NOTHING,
    runCostMinor: NOTHING,
    realisedMinor: NOTHING,
    reports: 0,
    valuedReports: 0,
    costEntries: 0,
  };
  kept.set(quarter, made);
  return made;
}

function count(kept: Kept, counted: Pick<Kept, (typeof AMOUNTS)[number]>): void {
  for (const name of AMOUNTS) kept[name] = minor(kept[name] + counted[name]);
  kept.realisedMinor = minor(
    kept.realisedMinor +
      counted.declaredMinor +
      counted.estimatedMinor +
      counted.measuredMinor +
      counted.validatedMinor,
  );
}

/** Weak evidence is common, finance's own is rare, and both grow better with the years. */
function graded(dice: Dice, quarter: Quarter, ground: Ground): Evidence {
  const drawn = dice.share() + 0.015 * quartersBetween(ground.calendar.first, quarter);
  return drawn < 0.24 ? 0 : drawn < 0.6 ? 1 : drawn < 0.92 ? 2 : 3;
}

/** What finance said: all of a closed quarter is settled; of one in review, a part. */
function reviewed(dice: Dice, closed: boolean, quarter: Quarter, ground: Ground): Sheaf["reports"][number]["review"] {
  if (closed) return "accepted";
  if (ground.quarters.get(quarter) !== "in-review") return "waiting";
  const drawn = dice.share();
  return drawn < 0.58 ? "waiting" : drawn < 0.94 ? "accepted" : "sent-back";
}

function report(
  ground: Ground,
  dice: Dice,
  kpi: Kpi,
  quarter: Quarter,
  progress: number,
  kept: Kept,
  sheaf: Sheaf,
): void {
  const { baseline, target, direction, valuePerUnitMinor, attribution } = kpi;
  const review = reviewed(dice, ground.quarters.get(quarter) === "closed", quarter, ground);
  const wanted = graded(dice, quarter, ground);
  const there = !dice.chance(0.015);
  const actual = there ? Number((baseline + ((target ?? baseline) - baseline) * progress).toFixed(2)) : null;
  const evidence = !there ? DECLARED : wanted === VALIDATED && review !== "accepted" ? MEASURED : wanted;
  const realisedMinor = realisedValue(actual, {
    direction,
    baseline,
    valuePerUnitMinor,
    attribution,
    share: WHOLE_SHARE,
  });
  const { after, due } = datesOf(quarter, ground.calendar);
  const settled = review !== "waiting";
  // One field after the other: there are a million of these, and spreading parts together takes as long as all the rest.
  sheaf.reports.push({
    kpiId: kpi.id,
    useCaseId: kpi.useCaseId,
    quarter,
    actual,
    unavailableBecause: there ? null : UNAVAILABLE,
    evidence,
    source: evidence >= MEASURED ? dice.of(SOURCES) : null,
    note: null,
    realisedMinor,
    direction,
    baseline,
    valuePerUnitMinor,
    attribution,
    share: WHOLE_SHARE,
    broken: breaksLimit(actual, kpi),
    reportedBy: kpi.ownerId,
    reportedOn: after[Math.floor(2 + dice.share() * 18)] ?? due,
    review,
    reviewedBy: settled ? dice.of(ground.reviewers.finance) : null,
    reviewedOn: settled ? due : null,
    reviewNote: review === "sent-back" ? ASK : null,
  });
  count(kept, countedReport({ evidence, realisedMinor }));
}

const DAYS_TO_REVIEW = 27;
const dates = new Map<string, { after: readonly Day[]; due: Day }>();

/** The days on which a quarter is reported, the first one its last, and the one by which finance has read it; none is to come. */
function datesOf(
  quarter: Quarter,
  { fiscalFirstMonth, today }: Ground["calendar"],
): { after: readonly Day[]; due: Day } {
  const key = `${quarter} ${fiscalFirstMonth} ${today}`;
  const found = dates.get(key);
  if (found) return found;
  const ended = addDays(firstDayOf(addQuarters(quarter, 1), fiscalFirstMonth), -1);
  const upTo = (days: number) => (addDays(ended, days) < today ? addDays(ended, days) : today);
  const made = { after: Array.from({ length: DAYS_TO_REVIEW }, (_, days) => upTo(days)), due: upTo(DAYS_TO_REVIEW) };
  dates.set(key, made);
  return made;
}

/** Building it first, then what it costs to run, quarter by quarter. */
function spend(
  ground: Ground,
  dice: Dice,
  plan: CasePlan,
  { useCase, people }: Growing,
  kept: Map<Quarter, Kept>,
  sheaf: Sheaf,
): void {
  const running = dice.around(450_000, 2);
  const kinds = dice.chance(0.5) ? (["run", "usage"] as const) : (["licence"] as const);
  for (let turn = 0; turn < plan.quarters - (plan.silent ? 1 : 0); turn++) {
    const quarter = addQuarters(plan.reportsFrom, turn);
    for (const kind of turn === 0 ? (["build", ...kinds] as const) : kinds) {
      const size = kind === "build" ? running * (2 + 3 * dice.share()) : running * (0.8 + 0.4 * dice.share());
      const amountMinor = roundMinor(Math.round(size / 1_000) * 1_000);
      const enteredBy = people[1] ?? 0;
      const enteredOn = datesOf(quarter, ground.calendar).due;
      sheaf.costs.push({ useCaseId: useCase.id, quarter, kind, amountMinor, note: null, enteredBy, enteredOn });
      count(keptOf(kept, useCase.id, quarter), countedCost(kind, amountMinor));
    }
  }
}
