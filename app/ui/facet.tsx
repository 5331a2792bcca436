import type { ReactNode } from "react";

export interface FacetChoice {
  value: string;
  label: ReactNode;
  /** How many things the choice would leave. */
  count?: string;
}

/** A filter of which several values may be ticked: a line that says what is chosen, and opens on the choices. */
export function FacetMenu(props: {
  name: string;
  label: string;
  /** What is chosen, in words; null where nothing is. */
  summary: string | null;
  chosen: readonly string[];
  choices: readonly FacetChoice[];
}) {
  const { name, label, summary, chosen, choices } = props;
  const ticked = new Set(chosen);
  return (
    <Menu label={label} summary={summary}>
      <fieldset className="menu-choices">
        <legend className="visually-hidden">{label}</legend>
        {choices.map(({ value, label: words, count }) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={ticked.has(value)} />
            <span>{words}</span>
            {count !== undefined && <span className="count">{count}</span>}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}

/** Fields behind a button, as a native disclosure: of the menus in one bar one is open at a time. */
export function Menu(props: {
  label: ReactNode;
  summary?: ReactNode;
  children: ReactNode;
  end?: boolean;
  open?: boolean;
}) {
  const { label, summary, children, end, open } = props;
  return (
    <details className={end ? "menu menu-end" : "menu"} name="menu" open={open} data-enhance="menu">
      <summary className="button button-quiet">
        <span>{label}</span>
        {summary && <strong className="menu-summary">{summary}</strong>}
      </summary>
      <div className="menu-sheet">{children}</div>
    </details>
  );
}
