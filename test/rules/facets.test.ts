import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, countFacets, facetsOf, keptValue, onlyFilter, type Total } from "#app/use-cases/list/facets";
import { FACETS, type Facet, type ListQuery, NONE } from "#app/use-cases/list/query";

type Filters = Pick<ListQuery, Facet>;
const NO_FILTER: Filters = { stage: [], department: [], aiType: [], source: [], campaign: [], tag: [] };

const marksOf = ({ stage, departmentId, aiType, source, campaignId }: Cell): [facet: string, value: string][] => [
  ["stage", stage],
  ["department", String(departmentId)],
  ["aiType", aiType],
  ["source", source],
  ...(campaignId ? [["campaign", String(campaignId)] as [string, string]] : []),
];

/** The totals as the triggers keep them. */
function totalsOf(cells: readonly Cell[]): Total[] {
  const totals = new Map<string, Total>();
  for (const cell of cells) {
    for (const [facet, value] of marksOf(cell)) {
      for (const [within, among] of [["", ""] as [string, string], ...marksOf(cell)]) {
        if (within === facet) continue;
        const key = JSON.stringify([within, among, facet, value]);
        const cases = (totals.get(key)?.cases ?? 0) + cell.cases;
        totals.set(key, { within, among, facet, value, cases });
      }
    }
  }
  return [...totals.values()];
}

const sorted = (facets: ReturnType<typeof countFacets>) =>
  Object.fromEntries(
    Object.entries(facets).map(([name, choices]) => [
      name,
      Array.isArray(choices) ? choices.map(({ value, cases }) => `${value}: ${cases}`).sort() : choices,
    ]),
  );

const cell = fc.record({
  stage: fc.constantFrom("", "submitted", "poc"),
  departmentId: fc.constantFrom(0, 1, 2),
  aiType: fc.constantFrom("", "vision", "rpa"),
  source: fc.constantFrom("", "field"),
  campaignId: fc.constantFrom(0, 1, 2),
  cases: fc.integer({ min: 1, max: 9 }),
});

const filter = fc.constantFrom<Filters>(
  NO_FILTER,
  { ...NO_FILTER, stage: ["poc"] },
  { ...NO_FILTER, stage: ["poc", "submitted"] },
  { ...NO_FILTER, stage: [NONE, "poc"] },
  { ...NO_FILTER, department: ["2", "1"] },
  { ...NO_FILTER, department: [NONE] },
  { ...NO_FILTER, aiType: ["rpa"] },
  { ...NO_FILTER, aiType: [NONE, "vision"] },
  { ...NO_FILTER, source: ["field"] },
  { ...NO_FILTER, campaign: ["1"] },
  { ...NO_FILTER, campaign: ["1", "2"] },
);

/** Where no case is in a campaign there is no such filter. */
const withoutNone = (facets: ReturnType<typeof sorted>) => ({
  ...facets,
  campaign:
    Array.isArray(facets.campaign) && facets.campaign.every((one) => one.startsWith(NONE)) ? [] : facets.campaign,
});

test("Totals by one mark and by two tell what counting all kinds tells, for no filter and for each one", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), filter, (cells, query) => {
      const only = onlyFilter(query);
      expect(only).not.toBeUndefined();
      const totals = totalsOf(cells).filter(({ within }) => within === "" || (only !== null && within === only?.facet));
      const among = new Set(only?.values.map((value) => keptValue(only.facet, value)));
      const beside = totals.filter((row) => row.within === "" || among.has(row.among));
      expect(withoutNone(sorted(facetsOf(beside, only ?? null)))).toEqual(
        withoutNone(sorted(countFacets(cells, query))),
      );
    }),
  );
});

test("Counts of each filter over the cases that pass the others are those of counting case by case, for any filters", () => {
  const some = (...values: string[]) => fc.subarray(values, { maxLength: 2 });
  const filters = fc.record<Filters>({
    stage: some(NONE, "poc", "submitted"),
    department: some(NONE, "1", "2"),
    aiType: some(NONE, "rpa"),
    source: some(NONE, "field"),
    campaign: some(NONE, "1"),
    tag: fc.constant([]),
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), filters, (cells, query) => {
      const expected = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
      for (const each of cells) {
        const told = marksOf(each).filter(([, value]) => value !== "0" && value !== "");
        const marks = new Map<string, string>(told);
        for (const facet of FACETS) if (facet !== "tag" && !marks.has(facet)) marks.set(facet, NONE);
        const passes = (other: Facet) => query[other].length === 0 || query[other].includes(marks.get(other) ?? "");
        for (const [facet, value] of marks) {
          const counts = expected.get(facet as Facet);
          if (!FACETS.every((other) => other === facet || passes(other))) continue;
          counts?.set(value, (counts.get(value) ?? 0) + each.cases);
        }
      }
      const counted = sorted(countFacets(cells, query));
      for (const [facet, values] of expected) {
        expect(counted[facet]).toEqual([...values].map(([value, cases]) => `${value}: ${cases}`).sort());
      }
    }),
  );
});
