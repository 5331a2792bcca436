import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { FieldError } from "./field";

/** What must be corrected, each line leading to its field, whose name `nameErrors` puts before it. Takes the focus when the page opens. Nothing when all is well. */
export function ErrorSummary({ errors }: { errors: Readonly<Record<string, string | undefined>> | null | undefined }) {
  const { t } = useSpeech();
  const found = Object.entries(errors ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (found.length === 0) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      data-focus=""
      data-pattern={t("shell.errors.named", { field: "{field}", error: "{error}" })}
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">{t("shell.errors", { count: found.length })}</h2>
      <ul>
        {found.map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  id?: string;
  children: ReactNode;
}

export function Fieldset({ legend, hint, error, id, children }: FieldsetProps) {
  return (
    <fieldset className="fieldset" id={id}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {error && <FieldError id={id ? `${id}-error` : undefined}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}

/** Fields side by side where there is room. */
export function FieldGrid({ children, columns = 2 }: { children: ReactNode; columns?: 2 | 3 | 4 }) {
  return <div className={`field-grid field-grid-${columns}`}>{children}</div>;
}

export function FormActions({ children, sticky = false }: { children: ReactNode; sticky?: boolean }) {
  return <div className={sticky ? "form-actions form-actions-sticky" : "form-actions"}>{children}</div>;
}

/** Values that travel with the form. Null and undefined stay at home. */
export function Hidden({ values }: { values: Readonly<Record<string, string | number | null | undefined>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) =>
        value === null || value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
    </>
  );
}
