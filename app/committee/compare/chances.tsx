import { useSpeech } from "#app/locales/use-speech";
import { Disclosure } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { ComparedCase, Pair } from "./compare.server";
import { ENOUGH_MEMBERS, type Preference } from "./votes-on-both";

/** Who beats whom: by NPV as a probability, by score as a count of members. */
export function Chances({ pairs, cases }: { pairs: readonly Pair[]; cases: readonly ComparedCase[] }) {
  const { t, tell, percent } = useSpeech();
  const named = (reference: string) => {
    const found = cases.find((one) => one.reference === reference);
    return found ? `${reference} ${tell(found.title)}` : reference;
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
            cell: ({ npv, first }) =>
              npv
                ? t("compare.wins", { reference: first, share: percent(npv.first, 0) })
                : t("compare.no-business-case"),
          },
          {
            key: "second",
            header: t("compare.second"),
            cell: ({ npv, second }) =>
              npv
                ? t("compare.wins", { reference: second, share: percent(npv.second, 0) })
                : t("compare.no-business-case"),
          },
          { key: "tied", header: t("compare.tied"), cell: ({ npv }) => percent(npv?.tied, 0), numeric: true },
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
                      {said(one, pair)} {one.both < ENOUGH_MEMBERS && t("compare.members.few")}
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
