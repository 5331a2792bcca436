import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField, NumberField, TextArea, TextField } from "#app/ui/field";
import { FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import type { Suggestions } from "./calibrated";
import { CalibrationChoice } from "./calibration-choice";
import { isKind, type Typed, type Volumes } from "./form-values";
import { LINE_FIELDS, type LineField, type TypedUnit } from "./line-fields";
import { type Rate, ratesFor } from "./rates";
import { useRate } from "./written-rate";

interface Props {
  /** The line as typed, under bare names. */
  line: Typed;
  index: number;
  /** Sentences by full field name. */
  errors: Record<string, string>;
  /** What the case's card says, to set a time line beside. */
  volumes: Volumes;
  /** The reference rates of the day. */
  rates: readonly Rate[];
  /** What calibration suggests, by kind of benefit. */
  suggestions: Suggestions;
}

function OneNumber(props: {
  name: string;
  label: React.ReactNode;
  hint?: string;
  value: string | undefined;
  error: string | undefined;
  unit: TypedUnit;
  required?: boolean;
}) {
  const { t } = useSpeech();
  const { unit, ...field } = props;
  if (unit === "amount" || unit === "price") return <AmountField {...field} value={field.value ?? ""} />;
  const suffix = { percent: "%", quarters: t("business-cases.unit.quarters"), number: undefined }[unit];
  return <NumberField {...field} unit={suffix} />;
}

function useCardHint(field: LineField["name"], { timesAQuarter, minutes }: Volumes): string | undefined {
  const { t, number } = useSpeech();
  if (field === "volumePerQuarter" && timesAQuarter !== null) {
    return t("business-cases.hint.volumePerQuarter", { volume: number(timesAQuarter) });
  }
  return field === "minutesSaved" && minutes !== null
    ? t("business-cases.hint.minutesSaved", { minutes: number(minutes) })
    : undefined;
}

function Estimate({
  field,
  line,
  index,
  errors,
  volumes,
}: Props & { field: Extract<LineField, { shape: "range" | "one" }> }) {
  const { t } = useSpeech();
  const at = `lines.${index}.${field.name}`;
  const label = t(`business-cases.input.${field.name}`);
  const hint = useCardHint(field.name, volumes);
  const end = (name: "low" | "high") => (
    <OneNumber
      name={`${at}.${name}`}
      label={
        <>
          {t(`business-cases.end.${name}`)} <span className="visually-hidden">{label}</span>
        </>
      }
      value={line[`${field.name}.${name}`]}
      error={errors[`${at}.${name}`]}
      unit={field.unit}
    />
  );
  return (
    <FieldGrid columns={4}>
      <OneNumber
        name={`${at}.likely`}
        label={label}
        hint={hint}
        value={line[`${field.name}.likely`]}
        error={errors[`${at}.likely`]}
        unit={field.unit}
        required
      />
      {end("low")}
      {end("high")}
    </FieldGrid>
  );
}

function Single({ field, line, index, errors }: Props & { field: LineField }) {
  const { t } = useSpeech();
  const name = `lines.${index}.${field.name}`;
  const value = line[field.name];
  const error = errors[name];
  if (field.shape === "per") {
    return (
      <Select
        name={name}
        label={t("business-cases.field.per")}
        value={value}
        error={error}
        options={(["month", "working-day"] as const).map((per) => ({
          value: per,
          label: t(`business-cases.per.${per}`),
        }))}
      />
    );
  }
  if (field.shape === "words") {
    return (
      <TextField
        name={name}
        label={t("business-cases.field.unit")}
        hint={t("business-cases.field.unit.hint")}
        value={value}
        error={error}
        width="medium"
        required={field.required}
      />
    );
  }
  if (field.shape === "list") {
    return (
      <TextArea
        name={name}
        label={t("business-cases.field.amounts")}
        hint={t("business-cases.field.amounts.hint")}
        value={value}
        error={error}
        rows={3}
        required
      />
    );
  }
  const label = t(`business-cases.input.${field.name}`);
  const hint =
    field.name === "reuseShare" || field.name === "attribution" || field.name === "rampQuarters"
      ? t(`business-cases.hint.${field.name}`)
      : undefined;
  return <OneNumber name={name} label={label} hint={hint} value={value} error={error} unit={field.unit} required />;
}

/** Where the price of a line comes from: the central table as of today, or what is typed. */
function RateChoice({ line, index, rates }: Props) {
  const { t, tell } = useSpeech();
  const said = useRate();
  if (!isKind(line.kind)) return null;
  const fitting = ratesFor(line.kind, rates);
  if (fitting.length === 0) return null;
  return (
    <Select
      name={`lines.${index}.rate`}
      label={t("business-cases.rate")}
      hint={t("business-cases.rate.hint")}
      value={line.rate ?? ""}
      options={[
        { value: "", label: t("business-cases.rate.own") },
        ...fitting.map((rate) => ({
          value: rate.code,
          label: t("business-cases.rate.option", { name: tell(rate.name), price: said(rate) }),
        })),
      ]}
    />
  );
}

/** One line of the form: its kind with what it means, its estimates, and its own way out. */
export function LineFieldset(props: Props) {
  const { t } = useSpeech();
  const { line, index, errors } = props;
  const { kind } = line;
  if (!isKind(kind)) return null;
  const at = `lines.${index}`;
  const fields = LINE_FIELDS[kind];
  return (
    <Fieldset
      id={`line-${index + 1}`}
      legend={t("business-cases.line", { number: index + 1, kind: t(`business-cases.kind.${kind}`) })}
      hint={t(`business-cases.kind.${kind}.hint`)}
      error={errors[`${at}.kind`]}
    >
      <Hidden values={{ [`${at}.kind`]: kind, [`${at}.id`]: line.id }} />
      <TextField
        name={`${at}.label`}
        label={t("business-cases.field.label")}
        value={line.label}
        error={errors[`${at}.label`]}
        required
      />
      <RateChoice {...props} />
      {fields.map((field) => (field.shape === "range" ? <Estimate key={field.name} {...props} field={field} /> : null))}
      <FieldGrid columns={4}>
        {fields.map((field) => (field.shape === "range" ? null : <Single key={field.name} {...props} field={field} />))}
      </FieldGrid>
      <CalibrationChoice {...props} />
      <FormActions>
        <Button variant="plain" name="do" value={`remove-${index}`} formAction="#lines" formNoValidate>
          {t("business-cases.remove", { number: index + 1 })}
        </Button>
      </FormActions>
    </Fieldset>
  );
}
