import { isOneAbove } from "#app/business-cases/bounds";
import { useSpeech } from "#app/locales/use-speech";
import { Formula } from "#app/ui/figure";
import { Disclosure } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { Comparison, Pair } from "./compare.server";
import { ENOUGH_MEMBERS, type Preference } from "./votes-on-both";

/** What the probability of a pair was counted from: every draw of one against every draw of the other. */
function BeatsFormula({ pair, cases, draws }: { pair: Pair } & Pick<Comparison, "cases" | "draws">) {
  const { t, number, percent, wholeMoney } = useSpeech();
  const all = draws * draws;
  const { npv } = pair;
  if (!npv) return null;
  return (
    <Formula
      expression={t("compare.formula")}
      inputs={[
        { name: t("business-cases.input.draws"), value: number(draws) },
        { name: t("compare.formula.pairs"), value: number(all) },
        { name: t("compare.formula.won", { reference: pair.first }), value: number(Math.round(npv.first * all)) },
        { name: t("compare.formula.won", { reference: pair.second }), value: number(Math.round(npv.second * all)) },
        { name: t("compare.tied"), value: number(Math.round(npv.tied * all)), note: percent(npv.tied, 1) },
        ...[pair.first, pair.second].flatMap((reference) => {
          const simulation = cases.find((one) => one.reference === reference)?.businessCase?.simulation;
          return simulation
            ? [
                {
                  name: t("compare.formula.range", { reference }),
                  value: wholeMoney(simulation.p50),
                  note: t("business-cases.range", {
                    low: wholeMoney(simulation.p10),
                    high: wholeMoney(simulation.p90),
                  }),
                  href: `/use-cases/${reference}/business-case`,
                },
              ]
            : [];
        }),
      ]}
    />
  );
}

/** Who beats whom: by NPV as a probability, by score as a count of members. */
export function Chances({ pairs, cases, draws }: Pick<Comparison, "pairs" | "cases" | "draws">) {
  const { t, tell, chance } = useSpeech();
  const named = (reference: string) => {
    const found = cases.find((one) => one.reference === reference);
    return found ? `${reference} ${tell(found.title)}` : reference;
  };
  const boundsOf = (reference: string) =>
    cases.find((one) => one.reference === reference)?.businessCase?.simulation.bounds;
  const isSure = ({ first, second }: Pair) => {
    const [a, b] = [boundsOf(first), boundsOf(second)];
    return a !== undefined && b !== undefined && isOneAbove(a, b);
  };
  const said = ({ axis, both, firstHigher, secondHigher }: Preference, { first, second }: Pair) =>
    t("compare.members", { axis: t(`assessment.axis.${axis}`), both, first, second, firstHigher, secondHigher });
  return (
    <>
      <DataTable<Pair>
        caption={t("compare.chances")}
        hideCaption
        narrow="cards"
        rows={pairs}
        rowKey={({ first, second }) => `${first} ${second}`}
        columns={[
          {
            key: "pair",
            header: t("compare.pair"),
            cell: ({ first, second }) => t("compare.pair.of", { first: named(first), second: named(second) }),
            rowHeader: true,
          },
          {
            key: "first",
            header: t("compare.first"),
            cell: (pair) =>
              pair.npv
                ? t("compare.wins", { reference: pair.first, share: chance(pair.npv.first, isSure(pair)) })
                : t("compare.no-business-case"),
          },
          {
            key: "second",
            header: t("compare.second"),
            cell: (pair) =>
              pair.npv
                ? t("compare.wins", { reference: pair.second, share: chance(pair.npv.second, isSure(pair)) })
                : t("compare.no-business-case"),
          },
          {
            key: "formula",
            header: t("business-cases.lines.formula"),
            cell: (pair) => pair.npv && <BeatsFormula pair={pair} cases={cases} draws={draws} />,
          },
          { key: "tied", header: t("compare.tied"), cell: ({ npv }) => chance(npv?.tied, true), numeric: true },
          {
            key: "members",
            header: t("compare.by-members"),
            cell: (pair) =>
              pair.members.length === 0 ? (
                t("compare.members.none")
              ) : (
                <ul>
                  {pair.members.map((one) => (
                    <li key={one.axis}>
                      <Unbroken>{said(one, pair)}</Unbroken> {one.both < ENOUGH_MEMBERS && t("compare.members.few")}
                    </li>
                  ))}
                </ul>
              ),
            width: "wide",
          },
        ]}
      />
      <Disclosure summary={t("compare.how")}>
        <p>{t("compare.how.npv")}</p>
        <p>{t("compare.how.score")}</p>
      </Disclosure>
    </>
  );
}
