import { useForm } from "#app/answer";
import { ConflictPanel, typedFigure } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, PageHeader, Row, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { CaseLink } from "./case-link";
import { FilterForm } from "./filter-form";
import { filterRule } from "./filter-words";
import type { FiltersPage } from "./filters-page.server";
import type { FunnelCases } from "./funnel-cases.server";
import { CountLink, FunnelCasesView } from "./funnel-cases-view";

/** One place up or down, each a form of its own. */
function Order({ id, name, first, last }: { id: number; name: string; first: boolean; last: boolean }) {
  const { t } = useSpeech();
  const button = (towards: "up" | "down") => (
    <form method="post">
      <Hidden values={{ intent: "order", id, towards }} />
      <Button variant="plain" aria-label={t(`prioritise.filter.${towards}.one`, { name })}>
        {t(`prioritise.filter.${towards}`)}
      </Button>
    </form>
  );
  return (
    <Row>
      {!first && button("up")}
      {!last && button("down")}
    </Row>
  );
}

function FilterList({ filters, flow, mayEdit }: FiltersPage) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const steps = new Map(flow.steps.map((step) => [step.filter.id, step]));
  const shown = mayEdit ? filters : filters.filter(({ active }) => active);
  return (
    <DataTable
      caption={t("prioritise.filters")}
      hideCaption
      narrow="cards"
      rows={shown}
      rowKey={({ id }) => id}
      empty={t("prioritise.filters.none")}
      columns={[
        { key: "name", header: t("prioritise.filter"), cell: ({ name }) => tell(name), rowHeader: true },
        {
          key: "rule",
          header: t("prioritise.rule"),
          cell: (filter) => (
            <>
              {filterRule(speech, filter)} {!filter.active && <Badge>{t("prioritise.filter.inactive")}</Badge>}
            </>
          ),
        },
        {
          key: "entered",
          header: t("prioritise.funnel.entered"),
          numeric: true,
          short: true,
          cell: ({ id }) => <CountLink filterId={id} of="entered" count={steps.get(id)?.entered ?? null} />,
        },
        {
          key: "stopped",
          header: t("prioritise.funnel.stopped"),
          numeric: true,
          short: true,
          cell: ({ id }) => <CountLink filterId={id} of="stopped" count={steps.get(id)?.stopped ?? null} />,
        },
        ...(mayEdit && filters.length > 1
          ? [
              {
                key: "order",
                header: t("prioritise.filter.order"),
                cell: (filter: (typeof filters)[number]) => (
                  <Order
                    id={filter.id}
                    name={tell(filter.name)}
                    first={filter === filters[0]}
                    last={filter === filters.at(-1)}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Exceptions({ exceptions, mayEdit }: FiltersPage) {
  const { t, tell, date } = useSpeech();
  if (exceptions.length === 0) return <Empty title={t("prioritise.exceptions.none")} />;
  return (
    <DataTable
      caption={t("prioritise.exceptions")}
      hideCaption
      narrow="cards"
      rows={exceptions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "case",
          header: t("prioritise.case"),
          cell: ({ reference, title }) => <CaseLink reference={reference} title={title} />,
          rowHeader: true,
        },
        { key: "filter", header: t("prioritise.filter"), cell: ({ filter }) => tell(filter) },
        { key: "reason", header: t("prioritise.exception.reason"), cell: ({ reason }) => tell(reason) },
        {
          key: "by",
          header: t("prioritise.exception.signed"),
          cell: ({ by, on, until }) =>
            until
              ? t("prioritise.exception.by-until", { by, on: date(on), until: date(until) })
              : t("prioritise.exception.by", { by, on: date(on) }),
        },
        {
          key: "withdraw",
          header: t("prioritise.exception.act"),
          cell: ({ id, reference }) =>
            mayEdit && (
              <ConfirmForm
                label={t("prioritise.exception.withdraw")}
                consequence={t("prioritise.exception.withdraw.consequence", { reference })}
                submit={t("prioritise.exception.withdraw")}
                intent="withdraw"
                fields={{ exceptionId: id }}
              />
            ),
        },
      ]}
    />
  );
}

function ExceptForm({ filters, about }: FiltersPage & { about: string }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal } = useForm("except");
  return (
    <form method="post" className="form" id="except">
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <Hidden values={{ intent: "except" }} />
      <FieldGrid>
        <TextField {...field("reference", about)} label={t("prioritise.exception.reference")} width="short" required />
        <Select
          {...field("filterId")}
          label={t("prioritise.filter")}
          options={filters
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
      </FieldGrid>
      <TextArea {...field("reason")} label={t("prioritise.exception.reason")} required />
      <DateField
        {...field("until")}
        label={t("prioritise.exception.until")}
        hint={t("prioritise.exception.until.hint")}
      />
      <FormActions>
        <Button>{t("prioritise.exception.sign")}</Button>
      </FormActions>
    </form>
  );
}

function Probabilities({ probabilities, probabilitiesVersion, mayEdit }: FiltersPage) {
  const speech = useSpeech();
  const { t, number, percent } = speech;
  const { field, errors, refusal, rejection } = useForm("probabilities");
  if (!mayEdit) {
    return (
      <DataTable
        caption={t("prioritise.probabilities")}
        hideCaption
        rows={probabilities}
        rowKey={({ stage }) => stage}
        columns={[
          {
            key: "stage",
            header: t("prioritise.stage"),
            cell: ({ stage }) => t(`use-cases.stage.${stage}`),
            rowHeader: true,
          },
          {
            key: "probability",
            header: t("prioritise.probability"),
            cell: ({ probability }) => percent(probability, 0),
            numeric: true,
          },
        ]}
      />
    );
  }
  return (
    <form method="post" action="#probabilities" className="form">
      {rejection?.stale ? (
        <ConflictPanel
          fields={probabilities.map(({ stage, probability }) => ({
            label: t(`use-cases.stage.${stage}`),
            yours: typedFigure(speech, rejection.typed[stage]),
            theirs: number(probability * 100, 6),
          }))}
        />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <Hidden values={{ intent: "probabilities", version: probabilitiesVersion }} />
      <FieldGrid columns={3}>
        {probabilities.map(({ stage, probability }) => (
          <NumberField
            key={stage}
            {...field(stage, number(probability * 100, 1))}
            label={t(`use-cases.stage.${stage}`)}
            unit="%"
            required
          />
        ))}
      </FieldGrid>
      <FormActions>
        <Button>{t("desk.save")}</Button>
      </FormActions>
    </form>
  );
}

/** The filters, their signed exceptions and the probabilities of success: what the order is made of besides the cases. */
export function FiltersView(props: FiltersPage & { about: string; opened: FunnelCases | null }) {
  const { t } = useSpeech();
  const { filters, mayEdit, mayExcept } = props;
  return (
    <>
      <PageHeader
        title={t("prioritise.filters")}
        crumbs={[{ label: t("desk.nav.prioritise"), href: "/prioritise" }, { label: t("prioritise.filters") }]}
        lead={t("prioritise.filters.lead")}
      />
      {props.opened && <FunnelCasesView opened={props.opened} />}
      <Section title={t("prioritise.filters.force")}>
        <FilterList {...props} />
        {mayEdit && (
          <Stack gap="tight">
            {filters.map((filter) => (
              <FilterForm key={filter.id} filter={filter} next={filters.length + 1} />
            ))}
            <FilterForm filter={null} next={filters.length + 1} />
          </Stack>
        )}
      </Section>
      <Section title={t("prioritise.exceptions")} lead={t("prioritise.exceptions.lead")}>
        <Exceptions {...props} />
        {mayExcept && filters.length > 0 && <ExceptForm {...props} />}
      </Section>
      <Section id="probabilities" title={t("prioritise.probabilities")} lead={t("prioritise.probabilities.lead")}>
        <Probabilities {...props} />
      </Section>
    </>
  );
}
