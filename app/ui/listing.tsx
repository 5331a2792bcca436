import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { type Tone, ToneShape } from "./tone";
import { unbroken } from "./unbroken";

export interface Step {
  label: string;
  state: "done" | "current" | "left" | "ahead" | "skipped";
  note?: ReactNode;
  href?: string;
}

/** Where something stands on a way that has an order. */
export function StepList({ label, steps }: { label: string; steps: readonly Step[] }) {
  const { t } = useSpeech();
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={`step step-${step.state}`}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <span className="step-label">
            {step.href ? <a href={step.href}>{step.label}</a> : step.label}
            <span className="visually-hidden"> ({t(`shell.step.${step.state}`)})</span>
          </span>
          {step.note && <span className="step-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}

export interface CheckItem {
  label: ReactNode;
  /** Null: not known, or not asked yet. */
  met: boolean | null;
  note?: ReactNode;
  href?: string;
}

/** What must be there, and what is missing. */
export function Checklist({ label, items }: { label: string; items: readonly CheckItem[] }) {
  const { t } = useSpeech();
  return (
    <ul className="checklist" aria-label={label}>
      {items.map((item, index) => {
        const state = item.met === null ? "unknown" : item.met ? "met" : "missing";
        const tone = item.met === null ? "neutral" : item.met ? "good" : "bad";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is rendered once has no other key
          <li key={index} className={`check check-${state} tone-${tone}`}>
            <ToneShape tone={tone} />
            <span>
              <span className="visually-hidden">{t(`shell.check.${state}`)} </span>
              {item.href ? <a href={item.href}>{item.label}</a> : item.label}
              {item.note && <span className="hint">{item.note}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export interface TimelineItem {
  key: string | number;
  when: ReactNode;
  title: ReactNode;
  who?: ReactNode;
  body?: ReactNode;
  tone?: Tone;
  href?: string;
}

export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={`tone-${item.tone ?? "neutral"}`}>
          <p className="timeline-when">{item.when}</p>
          <div className="timeline-what">
            <p className="timeline-title">
              {item.tone && item.tone !== "neutral" && <ToneShape tone={item.tone} />}
              {item.href ? <a href={item.href}>{item.title}</a> : item.title}
            </p>
            {item.who && <p className="hint">{item.who}</p>}
            {item.body && <div className="timeline-body">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface Description {
  term: ReactNode;
  value: ReactNode;
  note?: ReactNode;
}

export function DescriptionList({ items, columns = 1 }: { items: readonly Description[]; columns?: 1 | 2 | 3 }) {
  return (
    <dl className={`descriptions descriptions-${columns}`}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is rendered once has no other key
        <div key={index}>
          <dt>{item.term}</dt>
          <dd>
            {item.value}
            {item.note && <span className="hint">{item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export interface LinkLine {
  key: string | number;
  href: string;
  label: ReactNode;
  note?: ReactNode;
  /** On the right: a date, a count, a badge. */
  end?: ReactNode;
}

/**
 * Lines that each lead somewhere as a whole: what waits for a person.
 * @param columns side by side where there is room: for lists in which one looks something up
 */
export function LinkList({ items, label, columns }: { items: readonly LinkLine[]; label?: string; columns?: boolean }) {
  return (
    <ul className={columns ? "link-list link-list-columns" : "link-list"} aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <a href={item.href}>
            <span className="link-words">
              <span className="link-label">{unbroken(item.label)}</span>
              {item.note && <span className="hint">{unbroken(item.note)}</span>}
            </span>
            {item.end && <span className="link-end">{item.end}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
