import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { type BenefitKind, isMoney, type Line, VALUED_KINDS } from "./lines";

/** Kinds of benefit that calibration may take something off: those counted in money. */
export type CalibratedKind = Exclude<BenefitKind, "non-monetary">;

/**
 * What the author of a line answered to the haircut that calibration suggested. It stands in the line, so that it is
 * stored with its version, frozen with the baseline, and read by the committee. Only what was taken counts.
 */
export interface Calibration {
  answer: "taken" | "refused";
  /** The share (0..1) of an estimate that comes true by experience, as it was suggested on that day. */
  factor: number;
  on: Day;
  /** How many live cases stood behind it. */
  cases: number;
  /** Why it was refused. */
  reason?: Told | undefined;
}

/** What calibration suggests for a line of one kind, with what it rests on. */
export interface Suggestion {
  /** The share of the estimate to keep, in whole percent (0.72); null where there is nothing to take off, or too little to tell. */
  factor: number | null;
  /** Where the share lies with eight chances in ten. */
  low: number;
  high: number;
  /** Live cases that have the department, the kind or the author in common. */
  cases: number;
  /** How far (0..1) they count against the portfolio's mean. */
  weight: number;
  portfolio: { mean: number; cases: number };
}

/** By kind; a kind that is left out has no suggestion. */
export type Suggestions = Partial<Record<CalibratedKind, Suggestion>>;

export const CALIBRATED_KINDS = ["time", ...VALUED_KINDS] as const satisfies readonly CalibratedKind[];

export function isCalibratedKind(kind: string | undefined): kind is CalibratedKind {
  return (CALIBRATED_KINDS as readonly (string | undefined)[]).includes(kind);
}

/** Whether calibration can speak of a line: a benefit that is counted in money. */
export function isCalibrated(line: Line): line is Extract<Line, { kind: CalibratedKind }> {
  return line.side === "benefit" && isMoney(line);
}

export function calibrationOf(line: Line): Calibration | null {
  return ("calibration" in line && line.calibration) || null;
}

/** A line's answer with the line that it is about. */
export interface LineAnswer extends Calibration {
  id: string;
  line: Told;
  kind: Line["kind"];
}

/** What was answered, line by line. */
export function answersOf(lines: readonly Line[]): LineAnswer[] {
  return lines.flatMap((line) => {
    const calibration = calibrationOf(line);
    return calibration ? [{ id: line.id, line: line.label, kind: line.kind, ...calibration }] : [];
  });
}

/** The lines as they were estimated, before any haircut: what later estimates are judged by. */
export function withoutCalibration(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    if (!("calibration" in line)) return line;
    const { calibration: _, ...estimated } = line;
    return estimated;
  });
}

/** An answer that was given, changed or taken back between two versions of a business case. */
export interface Answered {
  line: Told;
  before: Calibration | null;
  after: Calibration | null;
}

const said = (calibration: Calibration | null) =>
  calibration && JSON.stringify([calibration.answer, calibration.factor, calibration.on, calibration.reason ?? null]);

/** What was newly answered on the way from one version to the next; lines are matched by their id. */
export function answered(before: readonly Line[], after: readonly Line[]): Answered[] {
  return after.flatMap((line) => {
    const was = before.find(({ id }) => id === line.id);
    const change = { line: line.label, before: was ? calibrationOf(was) : null, after: calibrationOf(line) };
    return said(change.before) === said(change.after) ? [] : [change];
  });
}
