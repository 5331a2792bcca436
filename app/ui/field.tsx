import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { typedNumber } from "#app/kernel/input";
import { currencyDigits, type Minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { ToneShape } from "./tone";

/** What every field takes. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence that says what is wrong; null or empty when nothing is. */
  error?: string | null;
  required?: boolean;
  /** The name, unless the same name stands twice on a page. */
  id?: string;
  /** Only for screen readers, where a column's header already says it. */
  hideLabel?: boolean;
}

/** Attributes that tie a control to its label, hint and error. */
export function wiring({ name, id = name, hint, error, required }: FieldProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    name,
    required,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}

export function RequiredMark() {
  const { t } = useSpeech();
  return (
    <span className="required" title={t("shell.required")} aria-hidden="true">
      *
    </span>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <ToneShape tone="bad" /> {children}
    </p>
  );
}

/** A label, a hint, an error and the control between them. For a control that has no component of its own here. */
export function Field(props: FieldProps & { children: ReactNode; width?: Width }) {
  const { name, id = name, label, hint, error, required, hideLabel, children, width = "long" } = props;
  return (
    <div className={`field field-${width}${error ? " field-wrong" : ""}`}>
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : undefined}>
        {label}
        {required && <RequiredMark />}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export type Width = "short" | "medium" | "long";
type Input = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | "value" | "width">;

export interface TextFieldProps extends FieldProps, Input {
  /** What was typed, or what is known. */
  value?: string | null;
  width?: Width;
  suffix?: ReactNode;
  suggestions?: readonly string[];
}

export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    hint,
    error,
    required,
    id = name,
    hideLabel,
    value,
    width,
    suffix,
    suggestions,
    ...rest
  } = props;
  const field = { name, label, hint, error, required, id, hideLabel };
  const list = suggestions && suggestions.length > 0 ? `${id}-suggestions` : undefined;
  const input = <input type="text" defaultValue={value ?? ""} list={list} {...rest} {...wiring(field)} />;
  return (
    <Field {...field} width={width}>
      {suffix ? (
        <span className="with-suffix">
          {input}
          <span className="suffix">{suffix}</span>
        </span>
      ) : (
        input
      )}
      {list && (
        <datalist id={list}>
          {suggestions?.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

export interface TextAreaProps
  extends FieldProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldProps | "value"> {
  value?: string | null;
}

export function TextArea(props: TextAreaProps) {
  const { name, label, hint, error, required, id = name, hideLabel, value, rows = 4, ...rest } = props;
  const field = { name, label, hint, error, required, id, hideLabel };
  return (
    <Field {...field}>
      <textarea rows={rows} defaultValue={value ?? ""} {...rest} {...wiring(field)} />
    </Field>
  );
}

export interface NumberFieldProps extends Omit<TextFieldProps, "value" | "suffix" | "type"> {
  value?: string | number | null;
  unit?: ReactNode;
}

/** A text field for numbers: a browser's own number field would throw a French comma away. */
export function NumberField({ value, unit, width = "short", ...rest }: NumberFieldProps) {
  const { locale } = useSpeech();
  const typed = typeof value === "number" ? typedNumber(value, locale, 6) : value;
  return <TextField {...rest} value={typed} width={width} suffix={unit} inputMode="decimal" autoComplete="off" />;
}

export interface AmountFieldProps extends Omit<TextFieldProps, "suffix" | "type"> {
  /** The amount that is known; what was typed (`value`) wins over it. */
  amount?: Minor | null;
}

export function AmountField({ value, amount, width = "short", ...rest }: AmountFieldProps) {
  const { locale, currency } = useSpeech();
  const digits = currencyDigits(currency);
  const known =
    amount === null || amount === undefined ? "" : typedNumber(amount / 10 ** digits, locale, digits, digits);
  const sign = new Intl.NumberFormat(locale, { style: "currency", currency })
    .formatToParts(0)
    .find((part) => part.type === "currency")?.value;
  return (
    <TextField {...rest} value={value ?? known} width={width} suffix={sign} inputMode="decimal" autoComplete="off" />
  );
}

export function DateField({ width = "short", ...rest }: Omit<TextFieldProps, "type" | "suffix" | "suggestions">) {
  return <TextField {...rest} type="date" width={width} />;
}

export interface FileFieldProps extends FieldProps, Input {}

export function FileField(props: FileFieldProps) {
  const { name, label, hint, error, required, id = name, hideLabel, ...rest } = props;
  const field = { name, label, hint, error, required, id, hideLabel };
  return (
    <Field {...field}>
      <input type="file" {...rest} {...wiring(field)} />
    </Field>
  );
}

/** A number that is slid to; beside it what it is now, which a script keeps right while it moves. */
export function RangeField(
  props: FieldProps & { value: number; min: number; max: number; step: number; written: string },
) {
  const { name, id = name, label, hint, value, min, max, step, written } = props;
  return (
    <Field name={name} id={id} label={label} hint={hint}>
      <span className="range">
        <input type="range" defaultValue={value} {...{ min, max, step }} {...wiring({ ...props, id })} />
        <output htmlFor={id}>{written}</output>
      </span>
    </Field>
  );
}
