import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { unbroken } from "./unbroken";

/** Which way a figure went, and whether that is good news: a cost that falls goes down and is good. */
export interface TrendProps {
  tone: "good" | "bad" | "flat";
  direction: "up" | "down" | "level";
  /** By how much, and against what. */
  text: string;
}

const ARROWS = { up: "M6 1l5 6H8v4H4V7H1z", down: "M6 11L1 5h3V1h4v4h3z", level: "M1 4.5h6V2l4 4-4 4V7.5H1z" };

export function Trend({ tone, direction, text }: TrendProps) {
  const { t } = useSpeech();
  return (
    <span className={`trend trend-${tone}`}>
      <svg className="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={ARROWS[direction]} />
      </svg>
      <span className="trend-word">{t(`shell.trend.${tone}`)}</span> <span className="trend-text">{text}</span>
    </span>
  );
}

export interface FigureProps {
  label: ReactNode;
  value: string;
  unit?: ReactNode;
  /** The full value, where `value` is shortened to k€ or M€. */
  title?: string;
  size?: "normal" | "large";
  trend?: TrendProps | null;
  comparison?: ReactNode;
  formula?: ReactNode;
  mark?: ReactNode;
  href?: string;
  note?: ReactNode;
}

/** One number that matters: its name, its value, what it is set against, and the way down to where it came from. */
export function Figure(props: FigureProps) {
  const { label, value, unit, title, size = "normal", trend, comparison, formula, mark, href, note } = props;
  const shown = (
    <>
      <data className="figure-number" value={title ?? value} title={title}>
        {value}
      </data>
      {unit && <span className="figure-unit"> {unit}</span>}
    </>
  );
  return (
    <div className={`figure figure-${size}`}>
      <p className="figure-label">{label}</p>
      <p className="figure-value">{href ? <a href={href}>{shown}</a> : shown}</p>
      {mark && <p className="figure-line">{mark}</p>}
      {trend && (
        <p className="figure-line">
          <Trend {...trend} />
        </p>
      )}
      {comparison && <p className="figure-line figure-comparison">{comparison}</p>}
      {note && <p className="figure-line hint">{note}</p>}
      {formula}
    </div>
  );
}

export function FigureGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="figure-grid" aria-label={label}>
      {children}
    </section>
  );
}

export interface FormulaInput {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  href?: string;
}

export interface FormulaProps {
  expression: ReactNode;
  inputs: readonly FormulaInput[];
  summary?: string;
  source?: ReactNode;
  /** From the start, where a link asked for it. */
  open?: boolean;
}

/** Opens a figure to the formula that made it, with its own inputs. */
export function Formula({ expression, inputs, summary, source, open }: FormulaProps) {
  const { t } = useSpeech();
  return (
    <details className="formula" open={open}>
      <summary>{summary ?? t("shell.formula")}</summary>
      <div className="formula-body">
        <p className="formula-expression">{expression}</p>
        <table className="formula-inputs">
          <caption className="visually-hidden">{t("shell.formula-inputs")}</caption>
          <tbody>
            {inputs.map((input) => (
              <tr key={input.name}>
                <th scope="row">
                  {input.href ? <a href={input.href}>{unbroken(input.name)}</a> : unbroken(input.name)}
                  {input.note && <span className="hint">{input.note}</span>}
                </th>
                <td className="numeric align-end">{input.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {source && <p className="hint">{source}</p>}
      </div>
    </details>
  );
}
