import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { TextField } from "#app/ui/field";
import { FieldGrid, FormActions } from "#app/ui/form";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { Chances } from "./chances";
import type { Comparison } from "./compare.server";
import { CashFlows, Tornadoes } from "./compare-charts";
import { Sides } from "./compare-table";

const PLACES = [0, 1, 2, 3] as const;

/** Two to four cases beside each other: what each is, what the committee said, what it brings, and which beats which. */
export function Compare(comparison: Comparison & { isOff: boolean }) {
  const { t, tell } = useSpeech();
  const { cases, unknown, pairs, isOff } = comparison;
  const enough = cases.length >= 2;
  return (
    <>
      <PageHeader
        title={t("compare.title")}
        lead={t("compare.lead")}
        crumbs={[{ label: t("desk.nav.prioritise"), href: "/prioritise" }, { label: t("compare.title") }]}
      />
      {isOff && <Notice tone="warning">{t("compare.off")}</Notice>}
      {unknown.length > 0 && <Notice tone="warning">{t("compare.unknown", { references: unknown.join(", ") })}</Notice>}
      <form method="get" action="/prioritise/compare" className="form form-wide">
        <FieldGrid columns={4}>
          {PLACES.map((place) => {
            const there = cases[place];
            return (
              <TextField
                key={place}
                name="case"
                id={`case-${place}`}
                label={t("compare.case", { number: place + 1 })}
                value={there ? `${there.reference} ${tell(there.title)}` : ""}
                list="comparable"
                autoComplete="off"
                data-enhance="find-case"
                required={place < 2}
              />
            );
          })}
        </FieldGrid>
        <datalist id="comparable" />
        <FormActions>
          <Button variant="quiet">{t("compare.ask")}</Button>
        </FormActions>
      </form>
      {enough ? (
        <>
          <Section title={t("compare.chances")} lead={t("compare.chances.lead")}>
            <Chances pairs={pairs} cases={cases} draws={comparison.draws} />
          </Section>
          <Section title={t("compare.sides")}>
            <Sides {...comparison} />
          </Section>
          <CashFlows cases={cases} />
          <Tornadoes cases={cases} />
        </>
      ) : (
        <Empty
          title={t("compare.none")}
          action={<ButtonLink href="/prioritise">{t("desk.nav.prioritise")}</ButtonLink>}
        >
          {t("compare.none.next")}
        </Empty>
      )}
    </>
  );
}
