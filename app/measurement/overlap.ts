/** Which KPIs may count the same benefit twice, as far as what is known of them tells. A person decides whether they do. */
import { fold, type Told } from "#app/kernel/told";

/** A KPI that turns into money, of a live case. */
export interface Counting {
  kpiId: number;
  useCaseId: number;
  departmentId: number | null;
  name: Told;
  unit: string;
}

export const OVERLAP_SIGNS = ["same-case", "linked", "alike", "same-name"] as const;
/** What speaks for it that two KPIs measure one process: one case, a link, cases about the same need, the same name. */
export type OverlapSign = (typeof OVERLAP_SIGNS)[number];

export interface Overlapping {
  /** The lower number of both. */
  one: number;
  other: number;
  signs: OverlapSign[];
}

/** Pairs of cases that hang together, the lower number first. */
export interface CasePair {
  oneId: number;
  otherId: number;
  sign: "linked" | "alike";
}

const TIME = new Set(
  "s sec seconde secondes second seconds mn min minute minutes h heure heures hour hours j jour jours d day days".split(
    " ",
  ),
);
const MONEY = new Set("€ k€ m€ eur keur meur euro euros $ k$ m$ usd £ k£ gbp chf kchf".split(" "));

/** What kind of benefit a unit counts: minutes and days are both time, euros and thousands of them both money. */
export function kindOf(unit: string): string {
  const folded = fold(unit).trim();
  if (TIME.has(folded)) return "time";
  return MONEY.has(folded) ? "money" : folded;
}

/** A name that more KPIs of a department have says nothing of one process: «hours given back» is of anybody. */
export const MOST_OF_A_NAME = 4;

/**
 * The rule. Two KPIs may count the same benefit when all three are the same:
 * - the kind: both in time, both in money, or both in the same unit;
 * - the users: the same case, or two cases of the same department;
 * - the process: the same case, cases that are linked, cases about the same need, or KPIs of the same name.
 */
export function findOverlaps(kpis: readonly Counting[], pairs: readonly CasePair[]): Overlapping[] {
  const found = new Map<string, Overlapping>();
  const note = (a: Counting, b: Counting, sign: OverlapSign) => {
    if (a.kpiId === b.kpiId || kindOf(a.unit) !== kindOf(b.unit)) return;
    const apart = a.useCaseId !== b.useCaseId;
    if (apart && (a.departmentId === null || a.departmentId !== b.departmentId)) return;
    const [one, other] = a.kpiId < b.kpiId ? [a.kpiId, b.kpiId] : [b.kpiId, a.kpiId];
    const overlap = found.get(`${one}-${other}`) ?? { one, other, signs: [] };
    if (!overlap.signs.includes(sign)) overlap.signs.push(sign);
    found.set(`${one}-${other}`, overlap);
  };
  const byCase = grouped(kpis, ({ useCaseId }) => [useCaseId]);
  for (const own of byCase.values()) eachPair(own, (a, b) => note(a, b, "same-case"));
  for (const { oneId, otherId, sign } of pairs)
    for (const a of byCase.get(oneId) ?? []) for (const b of byCase.get(otherId) ?? []) note(a, b, sign);
  const byName = grouped(kpis, (kpi) => namesOf(kpi).map((name) => `${kpi.departmentId} ${kindOf(kpi.unit)} ${name}`));
  for (const named of byName.values())
    if (named.length <= MOST_OF_A_NAME) eachPair(named, (a, b) => note(a, b, "same-name"));
  return [...found.values()].sort((a, b) => a.one - b.one || a.other - b.other);
}

const namesOf = ({ name }: Counting) =>
  [...new Set([name.fr, name.en].map((text) => fold(text ?? "").trim()))].filter((text) => text !== "");

function grouped<Id>(kpis: readonly Counting[], idsOf: (kpi: Counting) => readonly Id[]): Map<Id, Counting[]> {
  const groups = new Map<Id, Counting[]>();
  for (const kpi of kpis) {
    for (const id of idsOf(kpi)) {
      const group = groups.get(id);
      if (group) group.push(kpi);
      else groups.set(id, [kpi]);
    }
  }
  return groups;
}

function eachPair(kpis: readonly Counting[], visit: (a: Counting, b: Counting) => void): void {
  for (const [at, a] of kpis.entries()) for (const b of kpis.slice(at + 1)) visit(a, b);
}

export const pairKey = (a: number, b: number): string => (a < b ? `${a}-${b}` : `${b}-${a}`);

/** What somebody said of several KPIs. */
export interface SaidOfKpis {
  verdict: OverlapVerdict;
  kpiIds: readonly number[];
}

export const OVERLAP_VERDICTS = ["shared", "different", "declared"] as const;
/** They count one benefit and share it; they do not; somebody thinks that they do, and nobody has decided. */
export type OverlapVerdict = (typeof OVERLAP_VERDICTS)[number];

/**
 * What nobody has decided yet: what the rule found and what was declared by hand, without the pairs of which the newest
 * word is a decision. `said` is in the order in which it was said.
 */
export function unresolved(
  found: readonly Overlapping[],
  said: readonly SaidOfKpis[],
): (Overlapping & { declared: boolean })[] {
  const last = new Map<string, { verdict: OverlapVerdict; one: number; other: number }>();
  for (const { verdict, kpiIds } of said) {
    const sorted = [...kpiIds].sort((a, b) => a - b);
    for (const [at, one] of sorted.entries())
      for (const other of sorted.slice(at + 1)) last.set(pairKey(one, other), { verdict, one, other });
  }
  const open = new Map<string, Overlapping & { declared: boolean }>();
  for (const overlap of found) {
    const word = last.get(pairKey(overlap.one, overlap.other));
    if (!word) open.set(pairKey(overlap.one, overlap.other), { ...overlap, declared: false });
  }
  for (const [key, { verdict, one, other }] of last) {
    if (verdict !== "declared") continue;
    const signs = found.find((overlap) => overlap.one === one && overlap.other === other)?.signs ?? [];
    open.set(key, { one, other, signs, declared: true });
  }
  return [...open.values()].sort((a, b) => a.one - b.one || a.other - b.other);
}
