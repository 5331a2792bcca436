import type { ReactNode, SelectHTMLAttributes } from "react";
import { Field, FieldError, type FieldProps, RequiredMark, type Width, wiring } from "./field";

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface OptionGroup {
  label: string;
  options: readonly Option[];
}

export interface SelectProps
  extends FieldProps,
    Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldProps | "value"> {
  value?: string | null;
  options: readonly (Option | OptionGroup)[];
  /** The words of the choice that chooses nothing. */
  empty?: string;
  width?: Width;
}

function Choice({ of }: { of: Option | OptionGroup }) {
  if ("options" in of) {
    return (
      <optgroup label={of.label}>
        {of.options.map((option) => (
          <Choice key={option.value} of={option} />
        ))}
      </optgroup>
    );
  }
  return (
    <option value={of.value} disabled={of.disabled}>
      {of.label}
    </option>
  );
}

export function Select(props: SelectProps) {
  const { name, label, hint, error, required, id = name, hideLabel, value, options, empty, width, ...rest } = props;
  const field = { name, label, hint, error, required, id, hideLabel };
  return (
    <Field {...field} width={width ?? "medium"}>
      <select defaultValue={value ?? ""} {...rest} {...wiring(field)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <Choice key={"options" in option ? option.label : option.value} of={option} />
        ))}
      </select>
    </Field>
  );
}

export interface PickOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface GroupProps extends FieldProps {
  options: readonly PickOption[];
  layout?: "stack" | "inline" | "scale";
  /** The words at both ends of a scale. */
  ends?: readonly [string, string];
}

interface PickGroupProps extends GroupProps {
  type: "radio" | "checkbox";
  chosen: readonly string[];
}

function PickGroup(props: PickGroupProps) {
  const { name, label, hint, error, required, id = name, hideLabel, options, layout = "stack", ends, type } = props;
  const { "aria-describedby": described, "aria-invalid": wrong } = wiring({ ...props, id });
  return (
    <fieldset className={`field picks picks-${layout}${error ? " field-wrong" : ""}`} aria-describedby={described}>
      <legend className={hideLabel ? "visually-hidden" : undefined}>
        {label}
        {required && <RequiredMark />}
      </legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="picks-options">
        {ends && <span className="picks-end">{ends[0]}</span>}
        {options.map((option, index) => (
          <label className="pick" key={option.value}>
            <input
              type={type}
              // The first option carries the field's id, so that the error summary can lead to it.
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              defaultChecked={props.chosen.includes(option.value)}
              required={required && type === "radio"}
              disabled={option.disabled}
              aria-invalid={type === "checkbox" ? wrong : undefined}
            />
            <span className="pick-words">
              {option.label}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
        {ends && <span className="picks-end">{ends[1]}</span>}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

export function RadioGroup({ value, ...rest }: GroupProps & { value?: string | null }) {
  return <PickGroup {...rest} type="radio" chosen={value ? [value] : []} />;
}

export function CheckboxGroup({ values = [], ...rest }: GroupProps & { values?: readonly string[] }) {
  return <PickGroup {...rest} type="checkbox" chosen={values} />;
}

export interface CheckboxProps extends FieldProps {
  checked?: boolean;
  value?: string;
}

export function Checkbox(props: CheckboxProps) {
  const { name, label, hint, error, required, id = name, hideLabel, checked, value = "yes" } = props;
  return (
    <div className={`field${error ? " field-wrong" : ""}`}>
      <label className="pick">
        <input type="checkbox" defaultChecked={checked} value={value} {...wiring({ ...props, id, required })} />
        <span className={hideLabel ? "visually-hidden" : "pick-words"}>
          {label}
          {required && <RequiredMark />}
          {hint && (
            <span className="hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}
