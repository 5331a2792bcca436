import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { type Tone, ToneShape } from "./tone";

export function Badge({ tone = "neutral", children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={`badge tone-${tone}`} title={title}>
      {tone !== "neutral" && <ToneShape tone={tone} />}
      {children}
    </span>
  );
}

export function Tag({ children, href, removeHref }: { children: ReactNode; href?: string; removeHref?: string }) {
  const { t } = useSpeech();
  return (
    <span className="tag">
      {href ? <a href={href}>{children}</a> : children}
      {removeHref && (
        <a className="tag-remove" href={removeHref}>
          <ToneShape tone="bad" />
          <span className="visually-hidden">{t("shell.remove")}</span>
        </a>
      )}
    </span>
  );
}

export interface GradeMarkProps {
  grade: 0 | 1 | 2 | 3;
  label: string;
  /** Only the mark is seen; the word stays for screen readers and on hover. */
  compact?: boolean;
}

const QUARTERS = ["M8 8V1a7 7 0 017 7z", "M8 8h7a7 7 0 01-7 7z", "M8 8v7a7 7 0 01-7-7z", "M8 8H1a7 7 0 017-7z"];

/** One of four grades as a disc filled by quarters: one quarter for the weakest, four for the strongest. */
export function GradeMark({ grade, label, compact = false }: GradeMarkProps) {
  return (
    <span className={`grade grade-${grade}`} title={compact ? label : undefined}>
      <svg className="grade-disc" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <circle cx="8" cy="8" r="7" />
        <path d={QUARTERS.slice(0, grade + 1).join("")} />
      </svg>
      <span className={compact ? "visually-hidden" : undefined}>{label}</span>
    </span>
  );
}

export interface MeterProps {
  label: string;
  /** Null is unknown: the bar is dashed, not empty. */
  value: number | null;
  max?: number;
  /** The value in words: `12 sur 20`. */
  text: string;
  tone?: Tone;
  target?: number | null;
  hideLabel?: boolean;
}

export function Meter({ label, value, max = 1, text, tone = "accent", target, hideLabel }: MeterProps) {
  const share = (part: number) => `${Math.round(Math.min(1, Math.max(0, max > 0 ? part / max : 0)) * 1000) / 10}%`;
  return (
    <div className={`meter tone-${tone}`}>
      <span className={hideLabel ? "visually-hidden" : "meter-label"}>{label}</span>
      <span className="meter-text">{text}</span>
      <svg className={value === null ? "meter-bar meter-unknown" : "meter-bar"} height="8" aria-hidden="true">
        <rect className="meter-track" width="100%" height="8" />
        {value !== null && <rect className="meter-fill" width={share(value)} height="8" />}
        {target !== null && target !== undefined && (
          <line className="meter-target" x1={share(target)} x2={share(target)} y1="0" y2="8" />
        )}
      </svg>
    </div>
  );
}

export interface SparklineProps {
  values: readonly (number | null)[];
  /** The story in words: first, last and which way. */
  label: string;
  target?: number | null;
}

const SPARK = { width: 96, height: 24, edge: 3 };

/** A word-sized line. A gap in the values is a gap in the line. */
export function Sparkline({ values, label, target }: SparklineProps) {
  const known = values.filter((value): value is number => value !== null);
  const levels = target === null || target === undefined ? known : [...known, target];
  const low = Math.min(...levels);
  const span = Math.max(...levels) - low || 1;
  const { width, height, edge } = SPARK;
  const x = (index: number) => round(edge + (index / Math.max(1, values.length - 1)) * (width - 2 * edge));
  const y = (value: number) => round(height - edge - ((value - low) / span) * (height - 2 * edge));
  let path = "";
  values.forEach((value, index) => {
    if (value !== null) path += `${typeof values[index - 1] === "number" ? "L" : "M"}${x(index)} ${y(value)}`;
  });
  const last = values.findLastIndex((value) => value !== null);
  const end = values[last];
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      {typeof target === "number" && <path className="sparkline-target" d={`M0 ${y(target)}H${width}`} />}
      <path className="sparkline-line" d={path} />
      {typeof end === "number" && <circle cx={x(last)} cy={y(end)} r="2.5" />}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
