import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Writer } from "#db/client.server";
import { type Calibration, calibrationOf, isCalibrated, type Suggestions } from "./calibrated";
import { draftOf } from "./page.server";
import { newestBusinessCase, type StartedFrom, type Written, writeBusinessCase } from "./write.server";

export interface CalibrationAnswer {
  useCaseId: number;
  startedFrom: StartedFrom;
  lineId: string;
  /** `withdraw` takes an answer back: the line counts as estimated, and nothing is said of it. */
  answer: "take" | "refuse" | "withdraw";
  reason: Told | null;
}

/**
 * Answers the haircut suggested for one line of the newest business case; where that is frozen, in its next number.
 * @throws Refusal 404 without such a line, 409 when nothing is suggested for it, when a refusal has no reason, or when
 * somebody else wrote the business case since
 */
export async function answerCalibration(
  tx: Writer,
  actor: Actor,
  { useCaseId, startedFrom, lineId, answer, reason }: CalibrationAnswer,
  suggestions: Suggestions,
  when: When,
): Promise<Written> {
  permit(actor, "calibration.answer", await caseById(tx, useCaseId));
  const newest = await newestBusinessCase(tx, useCaseId);
  const line = newest?.lines.find(({ id }) => id === lineId);
  if (!newest || !line) throw new Refusal(404, "desk.refusal.not-found");
  if (!isCalibrated(line)) throw new Refusal(409, "business-cases.refusal.no-calibration");
  const stored = calibrationOf(line);
  const suggestion = suggestions[line.kind];
  const said = stored ?? (suggestion && { factor: suggestion.factor, cases: suggestion.cases });
  const { calibration: _, ...estimated } = line;
  let calibration: Calibration | undefined;
  if (answer !== "withdraw") {
    if (!said || said.factor === null) throw new Refusal(409, "business-cases.refusal.no-calibration");
    if (answer === "refuse" && !reason) throw new Refusal(409, "business-cases.error.calibration-reason");
    const { factor, cases } = said;
    const given = { factor, on: when.today, cases };
    calibration =
      answer === "take" ? { answer: "taken", ...given } : { answer: "refused", ...given, reason: reason ?? {} };
  }
  const answeredLine = calibration ? { ...estimated, calibration } : estimated;
  const draft = { ...draftOf(newest), lines: newest.lines.map((each) => (each.id === lineId ? answeredLine : each)) };
  return writeBusinessCase(tx, actor, { useCaseId, draft, note: newest.note, startedFrom }, when);
}
