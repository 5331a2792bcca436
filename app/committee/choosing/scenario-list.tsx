import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { FormActions } from "#app/ui/form";
import { Empty, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Compared } from "./compared";
import { ScenarioBadge } from "./scenario-badge";
import { ScenarioForm } from "./scenario-form";
import type { ChoicePage } from "./scenario-pages.server";

function Kept({ scenarios, compared }: ChoicePage) {
  const { t, wholeMoney, number, moment } = useSpeech();
  const ticked = new Set(compared.map(({ id }) => id));
  return (
    <form method="get" action="/prioritise/choice" className="form form-wide">
      <DataTable
        caption={t("choice.scenarios")}
        hideCaption
        narrow="cards"
        rows={scenarios}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "compare",
            header: t("choice.compare.column"),
            width: "fit",
            cell: ({ id, name, status }) =>
              status === "done" && (
                <Checkbox
                  name="compare"
                  id={`compare-${id}`}
                  value={String(id)}
                  label={t("choice.compare.one", { name })}
                  hideLabel
                  checked={ticked.has(id)}
                />
              ),
          },
          {
            key: "name",
            header: t("choice.name"),
            cell: ({ id, name }) => <a href={`/prioritise/choice/${id}`}>{name}</a>,
            rowHeader: true,
          },
          { key: "status", header: t("choice.status"), cell: (one) => <ScenarioBadge {...one} />, width: "fit" },
          { key: "value", header: t("choice.value"), cell: (one) => wholeMoney(one.valueMinor), numeric: true },
          { key: "cost", header: t("choice.cost"), cell: (one) => wholeMoney(one.costMinor), numeric: true },
          { key: "chosen", header: t("choice.chosen"), cell: (one) => number(one.chosen), numeric: true },
          {
            key: "by",
            header: t("choice.by"),
            cell: ({ by, at }) => t("choice.by.when", { by, at: moment(new Date(at)) }),
          },
        ]}
      />
      {scenarios.filter(({ status }) => status === "done").length > 1 && (
        <FormActions>
          <Button variant="quiet">{t("choice.compare")}</Button>
        </FormActions>
      )}
    </form>
  );
}

/** The scenarios that were worked out, some of them side by side, and the form for another. */
export function ScenarioList(page: ChoicePage) {
  const { t } = useSpeech();
  const { scenarios, compared, mayChoose } = page;
  return (
    <>
      <PageHeader
        title={t("choice.title")}
        crumbs={[{ label: t("desk.nav.prioritise"), href: "/prioritise" }]}
        lead={t("choice.lead")}
        actions={mayChoose && <ButtonLink href="#work-out">{t("choice.new")}</ButtonLink>}
      />
      {compared.length > 1 && (
        <Section title={t("choice.compare")} id="compared">
          <Compared scenarios={compared} />
        </Section>
      )}
      <Section title={t("choice.scenarios")}>
        {scenarios.length ? (
          <Kept {...page} />
        ) : (
          <Empty title={t("choice.none")}>{t(mayChoose ? "choice.none.next" : "choice.none.others")}</Empty>
        )}
      </Section>
      {mayChoose && (
        <Section title={t("choice.new")} lead={t("choice.new.lead")}>
          <ScenarioForm departments={page.departments} from={page.from} />
        </Section>
      )}
    </>
  );
}
