import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, type Desk, go, idFrom, parse } from "#app/desk.server";
import type { Evidence } from "#app/kernel/evidence";
import { Refusal } from "#app/kernel/refusal";
import type { Speech } from "#app/locales/speech";
import { addEvidenceFile, removeEvidenceFile } from "#app/measurement/evidence-files.server";
import { writeReport } from "#app/measurement/report.server";
import { ReportDetailView } from "#app/measurement/report-detail";
import { type ReportDetail, readReportDetail } from "#app/measurement/report-detail.server";
import {
  correctionInput,
  type REPORT_INTENTS,
  removeFileInput,
  reportIntentInput,
  restatementInput,
  retold,
  reviewInput,
} from "#app/measurement/report-input";
import { reportById } from "#app/measurement/report-parties.server";
import { restateReport } from "#app/measurement/restate.server";
import { reviewReport } from "#app/measurement/review.server";

export const handle = {
  title: ({ kpi, report }: ReportDetail, speech: Speech) =>
    `${speech.tell(kpi.name)} · ${speech.quarter(report.quarter)}`,
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params }) => readReportDetail(database, actor, idFrom(params.id)))(args);

type Deed = (desk: Desk, reportId: number, form: FormData) => Promise<unknown>;

const deeds: Record<(typeof REPORT_INTENTS)[number], Deed> = {
  review: ({ database, actor, locale, when }, reportId, form) => {
    const { note, ...said } = parse(reviewInput, form);
    return database.write((tx) =>
      reviewReport(tx, actor, { reportId, ...said, note: retold(note, null, locale) }, when),
    );
  },
  correct: async ({ database, actor, locale, when }, reportId, form) => {
    const { report } = await reportById(database, reportId);
    const { version, actual, evidence, ...texts } = parse(correctionInput, form);
    const input = {
      kpiId: report.kpiId,
      quarter: report.quarter,
      version,
      actual,
      evidence: evidence as Evidence,
      unavailableBecause: retold(texts.unavailableBecause, report.unavailableBecause, locale),
      source: retold(texts.source, report.source, locale),
      note: retold(texts.note, report.note, locale),
    };
    return database.write((tx) => writeReport(tx, actor, input, when));
  },
  restate: async ({ database, actor, locale, when }, reportId, form) => {
    const { report } = await reportById(database, reportId);
    const { evidence, reason, ...typed } = parse(restatementInput, form);
    const where = { kpiId: report.kpiId, quarter: report.quarter };
    const input = { ...where, ...typed, evidence: evidence as Evidence, reason: { [locale]: reason } };
    return database.write((tx) => restateReport(tx, actor, input, when));
  },
  file: async ({ database, actor, when }, reportId, form) => {
    const file = form.get("file");
    if (!(file instanceof File)) throw new Refusal(400, "measurement.refusal.file-empty");
    const input = { reportId, name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
    return database.write((tx) => addEvidenceFile(tx, actor, input, when));
  },
  "remove-file": ({ database, actor, when }, reportId, form) => {
    const { fileId } = parse(removeFileInput, form);
    return database.write((tx) => removeEvidenceFile(tx, actor, { reportId, fileId }, when));
  },
};

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { intent } = parse(reportIntentInput, form);
    await deeds[intent](desk, idFrom(desk.params.id), form);
    return go(desk, desk.url.pathname, `measurement.done.${intent}`);
  })(args);

export default function Report() {
  return <ReportDetailView {...useAnswer<typeof loader>()} />;
}
