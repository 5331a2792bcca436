import { Fragment, type ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { Disclosure, Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { type AgreementOfSet, type AxisAgreement, MOST_COMPARED } from "./agreement-set";
import { strengthOf, wholeByChance } from "./kendall";

/** Rarer than once in so many times is rare enough. */
const MOST_SAID = 1_000_000;
const LIMITS = ["order", "chance", "together", "anchors", "size"] as const;

function AxisSection({ axis, agreement, raters, ratersLeft, cases, casesLeft }: AxisAgreement) {
  const { t, tell, number, list } = useSpeech();
  const left = [
    ...(ratersLeft.length ? [t("assessment.agreement.raters-left", { names: list(ratersLeft) })] : []),
    ...(casesLeft > 0 ? [t("assessment.agreement.cases-left", { count: casesLeft })] : []),
  ];
  if (typeof agreement === "string") {
    return (
      <Section title={t(`assessment.axis.${axis}`)}>
        <Empty title={t(`assessment.agreement.undefined.${agreement}`)}>{left.join(" ")}</Empty>
      </Section>
    );
  }
  const { w, meanCorrelation, byChance, raters: m, cases: n, chiSquare, spread, meanSum, ties } = agreement;
  const times = wholeByChance(agreement);
  const chances = times > MOST_SAID ? t("shell.more-than", { limit: number(MOST_SAID) }) : number(times);
  return (
    <Section
      title={t(`assessment.axis.${axis}`)}
      lead={t(`assessment.agreement.strength.${strengthOf(agreement)}`, { raters: m, cases: n, times: chances })}
    >
      <FigureGrid label={t("assessment.agreement.of-axis", { axis: t(`assessment.axis.${axis}`) })}>
        <Figure
          size="large"
          label={t("assessment.agreement.w")}
          value={number(w, 3)}
          comparison={t("assessment.agreement.by-chance", { byChance: number(byChance, 2) })}
          formula={
            <Formula
              expression={t("assessment.agreement.formula")}
              inputs={[
                { name: t("assessment.agreement.raters"), value: number(m) },
                { name: t("assessment.agreement.cases"), value: number(n) },
                {
                  name: t("assessment.agreement.spread"),
                  value: number(spread, 2),
                  note: t("assessment.agreement.spread.note", { mean: number(meanSum, 1) }),
                  href: `#ranks-${axis}`,
                },
                { name: t("assessment.agreement.ties"), value: number(ties) },
                {
                  name: t("assessment.agreement.chi"),
                  value: number(chiSquare, 2),
                  note: t("assessment.agreement.chi.note", { freedom: n - 1 }),
                },
              ]}
            />
          }
        />
        <Figure
          size="large"
          label={t("assessment.agreement.correlation")}
          value={number(meanCorrelation, 2)}
          note={t("assessment.agreement.correlation.note")}
          formula={
            <Formula
              expression={t("assessment.agreement.correlation.formula")}
              inputs={[
                { name: t("assessment.agreement.raters"), value: number(m) },
                { name: t("assessment.agreement.w"), value: number(w, 3) },
                { name: t("assessment.agreement.cases"), value: number(n) },
                {
                  name: t("assessment.agreement.whole-by-chance"),
                  value: t("assessment.agreement.once-in", { times: chances }),
                  note: t("assessment.agreement.whole-by-chance.note"),
                },
              ]}
            />
          }
        />
      </FigureGrid>
      {left.length > 0 && <p className="hint">{left.join(" ")}</p>}
      <div id={`ranks-${axis}`}>
        <DataTable
          caption={t("assessment.agreement.ranks", { axis: t(`assessment.axis.${axis}`) })}
          wide
          rows={cases}
          rowKey={({ reference }) => reference}
          columns={[
            {
              key: "case",
              header: t("assessment.queue.case"),
              cell: ({ reference, title }) => (
                <a href={`/use-cases/${reference}/assessment`}>
                  <Unbroken>{`${reference} ${tell(title)}`}</Unbroken>
                </a>
              ),
              rowHeader: true,
            },
            ...raters.map((name, at) => ({
              key: `rater-${at}`,
              header: name,
              cell: ({ ranks }: AxisAgreement["cases"][number]) => number(ranks[at] ?? null, 1),
              numeric: true,
            })),
            { key: "sum", header: t("assessment.agreement.sum"), cell: ({ sum }) => number(sum, 1), numeric: true },
          ]}
        />
      </div>
    </Section>
  );
}

/** How alike the members order the cases of a session, or of another set; and what that figure cannot say. */
export function AgreementView({ found, filter }: { found: AgreementOfSet; filter: ReactNode }) {
  const { t, number } = useSpeech();
  const title = t("assessment.agreement.title");
  return (
    <>
      <PageHeader
        title={title}
        lead={t("assessment.agreement.lead")}
        crumbs={[{ label: t("assessment.queue.title"), href: "/assess" }, { label: title }]}
      />
      {filter}
      <p>{t("assessment.agreement.scored", { count: found.scored, most: number(MOST_COMPARED) })}</p>
      {found.hidden > 0 && <Notice tone="info">{t("assessment.agreement.hidden", { count: found.hidden })}</Notice>}
      {found.models > 1 && <Notice tone="warning">{t("assessment.agreement.models", { count: found.models })}</Notice>}
      {found.axes.map((axis) => (
        <AxisSection key={axis.axis} {...axis} />
      ))}
      <Disclosure summary={t("assessment.agreement.limits")}>
        {LIMITS.map((limit) => (
          <Fragment key={limit}>
            <p>{t(`assessment.agreement.limits.${limit}`)}</p>
          </Fragment>
        ))}
      </Disclosure>
    </>
  );
}
