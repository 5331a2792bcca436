import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { KNOWN_DAYS } from "../intake/live-entry";
import { type FieldKey, fieldLabel, PLAIN_FIELDS, TOLD_FIELDS, type ToldField } from "./fields";
import { StepRefusal } from "./frame";
import { NAME_ORDERS } from "./mapping";

export interface ColumnsModel {
  version: number;
  presetName: string | null;
  presets: { name: string; from: "saved" | "built-in" | "past"; fits: boolean }[];
  missing: string[];
  columns: { place: string; name: string; sample: string }[];
  /** The place of each field's column; blank for none. */
  chosen: Record<string, string>;
  idFrom: string[];
  kept: string[];
  source: string;
  language: "fr" | "en";
  repeatedIds: "number" | "refuse";
  dayOrder: "dmy" | "mdy" | null;
  departmentNames: (typeof NAME_ORDERS)[number];
}

const ID_PARTS = 4;

/** Which column becomes which field. */
export function ColumnsView({ model }: { model: ColumnsModel }) {
  const { t, list } = useSpeech();
  const { field, errors } = useForm("columns");
  const { version, columns, kept, missing, presetName } = model;
  return (
    <>
      <StepRefusal />
      {presetName && <Notice tone="info">{t("imports.preset.recognised", { name: presetName })}</Notice>}
      {missing.length > 0 && (
        <Notice tone="warning" title={t("imports.preset.missing", { count: missing.length })}>
          {list(missing)}
        </Notice>
      )}
      <Presets model={model} />
      <form method="post" className="form form-wide">
        <ErrorSummary errors={errors} />
        <Hidden values={{ version, idFromShown: 1 }} />
        <Fieldset legend={t("imports.register")} hint={t("imports.register.hint")}>
          <FieldGrid columns={2}>
            <TextField {...field("source", model.source)} label={t("imports.source")} maxLength={80} required />
            <Select
              {...field("language", model.language)}
              label={t("imports.language")}
              hint={t("imports.language.hint")}
              options={(["fr", "en"] as const).map((value) => ({ value, label: t(`imports.language.${value}`) }))}
            />
          </FieldGrid>
        </Fieldset>
        <Identity model={model} />
        {TOLD_FIELDS.slice(0, 3).map((told) => (
          <ToldColumns key={told} told={told} model={model} />
        ))}
        <Fieldset legend={t("imports.place")}>
          <FieldGrid columns={2}>
            <ColumnSelect of="department" model={model} />
            <ColumnSelect of="departmentCode" model={model} />
          </FieldGrid>
          <Select
            {...field("departmentNames", model.departmentNames)}
            label={t("imports.department-names")}
            options={NAME_ORDERS.map((value) => ({ value, label: t(`imports.department-names.${value}`) }))}
          />
          <FieldGrid columns={2}>
            <ColumnSelect of="stage" model={model} />
            <ColumnSelect of="stageSince" model={model} />
          </FieldGrid>
          <p>{t("imports.known-days")}</p>
          <FieldGrid columns={2}>
            {KNOWN_DAYS.map((stage) => (
              <ColumnSelect key={stage} of={`on.${stage}`} model={model} />
            ))}
          </FieldGrid>
          <Select
            {...field("dayOrder", model.dayOrder)}
            label={t("imports.day-order")}
            empty={t("imports.day-order.unknown")}
            options={(["dmy", "mdy"] as const).map((value) => ({ value, label: t(`imports.day-order.${value}`) }))}
          />
        </Fieldset>
        {TOLD_FIELDS.slice(3).map((told) => (
          <ToldColumns key={told} told={told} model={model} />
        ))}
        <Fieldset legend={t("imports.more-fields")}>
          <FieldGrid columns={2}>
            {(["peopleAffected", "ownerEmail", ...PLAIN_FIELDS] as const).map((key) => (
              <ColumnSelect key={key} of={key} model={model} />
            ))}
          </FieldGrid>
        </Fieldset>
        {kept.length > 0 && (
          <Disclosure summary={t("imports.kept", { count: kept.length })}>
            <ul>
              {kept.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        <Disclosure summary={t("imports.preset.save")} open={errors.presetName !== undefined}>
          <TextField
            {...field("presetName", "")}
            label={t("imports.preset.name")}
            hint={t("imports.preset.name.hint", { count: columns.length })}
            maxLength={120}
          />
          <Button name="intent" value="save-preset" variant="quiet">
            {t("imports.preset.save")}
          </Button>
        </Disclosure>
        <FormActions sticky>
          <Button name="intent" value="columns">
            {t("imports.to-values")}
          </Button>
        </FormActions>
      </form>
    </>
  );
}

function Presets({ model: { version, presets, presetName } }: { model: ColumnsModel }) {
  const { t } = useSpeech();
  const group = (from: "saved" | "built-in" | "past") => ({
    label: t(`imports.preset.${from}-group`),
    options: presets
      .filter((preset) => preset.from === from)
      .map(({ name, fits }) => ({ value: name, label: name, disabled: !fits })),
  });
  const groups = (["saved", "built-in", "past"] as const).map(group).filter(({ options }) => options.length > 0);
  return (
    <form method="post" className="form">
      <Hidden values={{ version, intent: "apply-preset" }} />
      <Select
        name="preset"
        label={t("imports.preset")}
        hint={t("imports.preset.hint")}
        value={presetName}
        empty={t("imports.preset.none")}
        options={groups}
      />
      <FormActions>
        <Button variant="quiet">{t("imports.preset.apply")}</Button>
      </FormActions>
    </form>
  );
}

function Identity({ model }: { model: ColumnsModel }) {
  const { t } = useSpeech();
  const { idFrom, repeatedIds, columns } = model;
  const { field } = useForm("columns");
  const options = columns.map(({ place, name }) => ({ value: place, label: name }));
  return (
    <Fieldset legend={t("imports.identity")} hint={t("imports.identity.hint")}>
      <ColumnSelect of="externalId" model={model} />
      <FieldGrid columns={4}>
        {Array.from({ length: Math.max(ID_PARTS, idFrom.length) }, (_, at) => (
          <Select
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name than their place
            key={at}
            id={`idFrom-${at + 1}`}
            name="idFrom"
            label={t("imports.id-from", { at: at + 1 })}
            value={idFrom[at] ?? ""}
            empty={t("imports.no-column")}
            options={options}
          />
        ))}
      </FieldGrid>
      <RadioGroup
        {...field("repeatedIds", repeatedIds)}
        label={t("imports.repeated-ids")}
        options={(["refuse", "number"] as const).map((value) => ({ value, label: t(`imports.repeated-ids.${value}`) }))}
      />
    </Fieldset>
  );
}

function ToldColumns({ told, model }: { told: ToldField; model: ColumnsModel }) {
  const { t } = useSpeech();
  return (
    <Fieldset legend={t(fieldLabel(told))}>
      <FieldGrid columns={3}>
        <ColumnSelect of={told} model={model} label={t("imports.in-the-language")} />
        <ColumnSelect of={`${told}.fr`} model={model} label={t("imports.language.fr")} />
        <ColumnSelect of={`${told}.en`} model={model} label={t("imports.language.en")} />
      </FieldGrid>
    </Fieldset>
  );
}

function ColumnSelect({ of, model, label }: { of: FieldKey; model: ColumnsModel; label?: string }) {
  const { t } = useSpeech();
  const { field } = useForm("columns");
  const chosen = model.chosen[of] ?? "";
  const sample = model.columns.find(({ place }) => place === chosen)?.sample;
  return (
    <Select
      {...field(`column.${of}`, chosen)}
      label={label ?? t(fieldLabel(of))}
      hint={sample ? t("imports.sample", { sample }) : undefined}
      empty={t("imports.no-column")}
      options={model.columns.map(({ place, name }) => ({ value: place, label: name }))}
    />
  );
}
