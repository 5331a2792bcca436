import { useActionData } from "@remix-run/react";
import { type Rejection, useForm } from "#app/answer";
import { ConflictPanel, chosen, typedFigure } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { NumberField, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { FilterPreviewTable } from "./filter-preview";
import type { FilterPreview } from "./filter-preview.server";
import { filterRule, typedThreshold } from "./filter-words";
import { FIELD_NAMES, FIELDS, OPERATORS } from "./filters";
import type { FiltersPage } from "./filters-page.server";

type StoredFilter = FiltersPage["filters"][number];

function Conflict({ filter, typed }: { filter: StoredFilter } & Pick<Rejection, "typed">) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const fieldSaid = (name: string | undefined) => chosen(FIELD_NAMES, name, (each) => t(`prioritise.field.${each}`));
  const operatorSaid = (name: string | undefined) =>
    chosen(OPERATORS, name, (each) => t(`prioritise.operator.${each}`));
  const active = (yes: boolean) => t(yes ? "desk.yes" : "desk.no");
  const threshold = typedThreshold(speech, FIELDS[filter.field].unit, filter.threshold);
  return (
    <ConflictPanel
      fields={[
        { label: t("prioritise.filter.name"), yours: typed.name ?? "", theirs: tell(filter.name) },
        { label: t("prioritise.filter.field"), yours: fieldSaid(typed.field), theirs: fieldSaid(filter.field) },
        {
          label: t("prioritise.filter.operator"),
          yours: operatorSaid(typed.operator),
          theirs: operatorSaid(filter.operator),
        },
        {
          label: t("prioritise.filter.threshold"),
          yours: typedFigure(speech, typed.threshold),
          theirs: typedFigure(speech, threshold),
        },
        { label: t("prioritise.filter.position"), yours: typed.position ?? "", theirs: String(filter.position) },
        { label: t("prioritise.filter.active"), yours: active(typed.active === "yes"), theirs: active(filter.active) },
      ]}
    />
  );
}

/** One filter's form, or a new one's; the rejected one keeps what was typed, and only that one. */
export function FilterForm({ filter, next }: { filter: StoredFilter | null; next: number }) {
  const speech = useSpeech();
  const { t, tell, currency } = speech;
  const id = filter?.id ?? 0;
  const form = useForm("filter", { id: String(id) });
  const { refusal, rejection } = form;
  const turned = useActionData() as { preview?: FilterPreview } | undefined;
  const preview = rejection ? turned?.preview : undefined;
  const field = (name: string, stored: string | number) => ({
    ...form.field(name, stored),
    id: `filter-${id}-${name}`,
  });
  const errors = Object.fromEntries(Object.entries(form.errors).map(([name, said]) => [`filter-${id}-${name}`, said]));
  const units = (["quarters", "score", "money", "percent", "people"] as const).map((unit) =>
    t(`prioritise.unit.${unit}`, { currency }),
  );
  return (
    <Disclosure
      summary={
        filter
          ? t(filter.active ? "prioritise.filter.summary" : "prioritise.filter.summary.inactive", {
              name: tell(filter.name),
              rule: filterRule(speech, filter),
            })
          : t("prioritise.filter.new")
      }
      open={rejection !== undefined}
    >
      <form method="post" className="form">
        {rejection?.stale && filter ? (
          <Conflict filter={filter} typed={rejection.typed} />
        ) : (
          refusal && <Notice tone="bad">{refusal}</Notice>
        )}
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "filter", id, version: filter?.version ?? 0 }} />
        <TextField {...field("name", tell(filter?.name))} label={t("prioritise.filter.name")} required />
        <FieldGrid columns={3}>
          <Select
            {...field("field", filter?.field ?? "paybackQuarters")}
            label={t("prioritise.filter.field")}
            options={FIELD_NAMES.map((name) => ({ value: name, label: t(`prioritise.field.${name}`) }))}
          />
          <Select
            {...field("operator", filter?.operator ?? "at-most")}
            label={t("prioritise.filter.operator")}
            options={OPERATORS.map((operator) => ({ value: operator, label: t(`prioritise.operator.${operator}`) }))}
          />
          <NumberField
            {...field("threshold", filter ? typedThreshold(speech, FIELDS[filter.field].unit, filter.threshold) : "")}
            label={t("prioritise.filter.threshold")}
            hint={speech.list(units)}
            required
          />
        </FieldGrid>
        <NumberField
          {...field("position", filter?.position ?? next)}
          label={t("prioritise.filter.position")}
          hint={t("prioritise.filter.position.hint")}
          required
        />
        <Checkbox
          name="active"
          id={`filter-${id}-active`}
          label={t("prioritise.filter.active")}
          checked={rejection ? rejection.typed.active === "yes" : (filter?.active ?? true)}
        />
        {preview && <FilterPreviewTable {...preview} />}
        <FormActions>
          <Button>{t("desk.save")}</Button>
          <Button name="do" value="preview" variant="quiet">
            {t("prioritise.preview.see")}
          </Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
