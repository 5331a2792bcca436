import { useForm } from "#app/answer";
import { EVIDENCE_GRADES } from "#app/kernel/evidence";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { FileField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Empty, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { ReportConflict } from "./report-conflict";
import type { ReportDetail } from "./report-detail.server";
import { REVIEW_VERDICTS } from "./report-input";

type Form = ReturnType<typeof useForm>;

type Stored = Pick<ReportDetail["report"], "actual" | "evidence" | "version"> & Partial<ReportDetail["report"]>;

/** @param stored shown beside what was typed, where somebody changed it meanwhile */
function Head({ form, intent, stored }: { form: Form; intent: string; stored: Stored }) {
  const { refusal, errors, rejection } = form;
  const { version } = stored;
  return (
    <>
      {rejection?.stale && rejection.typed.actual !== undefined ? (
        <ReportConflict stored={stored} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <Hidden values={{ intent, version }} />
    </>
  );
}

function useGrades(upTo: 2 | 3) {
  const { t } = useSpeech();
  return EVIDENCE_GRADES.slice(0, upTo + 1).map(({ grade, name }) => ({
    value: String(grade),
    label: t(`measurement.evidence.${name}`),
    hint: t(`measurement.evidence.${name}.hint`),
  }));
}

/** Finance's word on a report. */
export function ReviewForm({ detail: { report, may } }: { detail: ReportDetail }) {
  const { t } = useSpeech();
  const form = useForm("review");
  const offered = REVIEW_VERDICTS.filter(
    (verdict) =>
      (verdict === "send-back" ? may.sendBack : may.review) && (verdict !== "validate" || report.evidence >= 2),
  );
  return (
    <Section title={t("measurement.review.title")} lead={t("measurement.review.lead")}>
      <form method="post" className="form">
        <Head form={form} intent="review" stored={report} />
        <RadioGroup
          {...form.field("verdict", offered[0])}
          label={t("measurement.review.verdict")}
          options={offered.map((verdict) => ({
            value: verdict,
            label: t(`measurement.review.${verdict}`),
            hint: t(`measurement.review.${verdict}.hint`),
          }))}
          required
        />
        <TextArea
          {...form.field("note")}
          label={t("measurement.note")}
          hint={t("measurement.review.note-hint")}
          rows={2}
        />
        <FormActions>
          <Button>{t("measurement.review.save")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}

/** The owner's correction, until finance accepts. */
export function CorrectForm({ detail: { report, kpi } }: { detail: ReportDetail }) {
  const { t, tell } = useSpeech();
  const form = useForm("correct");
  const { field, rejection } = form;
  return (
    <Disclosure summary={t("measurement.correct")} open={rejection !== undefined || report.review === "sent-back"}>
      <form method="post" className="form">
        <Head form={form} intent="correct" stored={report} />
        <NumberField
          {...field("actual")}
          value={rejection?.typed.actual ?? report.actual}
          label={t("measurement.actual")}
          unit={kpi.unit}
        />
        <TextField
          {...field("unavailableBecause", tell(report.unavailableBecause))}
          label={t("measurement.unavailable-because")}
          hint={t("measurement.unavailable-hint")}
        />
        <RadioGroup
          {...field("evidence", Math.min(report.evidence, 2))}
          label={t("measurement.evidence")}
          options={useGrades(2)}
          required
        />
        <TextField
          {...field("source", tell(report.source))}
          label={t("measurement.source")}
          hint={t("measurement.source-hint")}
        />
        <TextArea {...field("note", tell(report.note))} label={t("measurement.note")} rows={2} />
        <FormActions>
          <Button>{t("measurement.correct.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** A figure of a closed quarter, changed with a signature and a reason. */
export function RestateForm({ report, unit, open = false }: { report: Stored; unit: string; open?: boolean }) {
  const { t } = useSpeech();
  const form = useForm("restate");
  const { field, rejection } = form;
  return (
    <Disclosure summary={t("measurement.restate")} open={open || rejection !== undefined}>
      <form method="post" className="form">
        <Head form={form} intent="restate" stored={report} />
        <p>{t("measurement.restate.lead")}</p>
        <NumberField
          {...field("actual")}
          value={rejection?.typed.actual ?? report.actual}
          label={t("measurement.actual")}
          hint={t("measurement.restate.empty")}
          unit={unit}
        />
        <RadioGroup
          {...field("evidence", report.evidence)}
          label={t("measurement.evidence")}
          options={useGrades(3)}
          required
        />
        <TextArea {...field("reason")} label={t("measurement.reason")} required rows={3} />
        <FormActions>
          <Button>{t("measurement.restate.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** The files that prove a report. */
export function FilesSection({ detail: { report, files, may } }: { detail: ReportDetail }) {
  const { t, number, date } = useSpeech();
  const form = useForm("file");
  return (
    <Section title={t("measurement.files")}>
      {files.length === 0 ? (
        <Empty title={t("measurement.files.none")} />
      ) : (
        <DataTable
          caption={t("measurement.files")}
          hideCaption
          narrow="cards"
          rows={files}
          rowKey={(file) => file.id}
          columns={[
            {
              key: "name",
              header: t("measurement.file"),
              cell: (file) => (
                <a href={`/report/${report.id}/files/${file.id}`} download>
                  {file.name}
                </a>
              ),
              rowHeader: true,
            },
            {
              key: "size",
              header: t("measurement.file.size"),
              cell: (file) => t("measurement.file.kilobytes", { size: number(Math.ceil(file.size / 1024), 0) }),
              numeric: true,
            },
            {
              key: "hash",
              header: "SHA-256",
              cell: (file) => <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>,
            },
            {
              key: "by",
              header: t("measurement.file.added"),
              cell: (file) => t("measurement.by-on", { name: file.by, date: date(file.addedOn) }),
            },
            ...(may.attach
              ? [
                  {
                    key: "remove",
                    header: "",
                    cell: (file: (typeof files)[number]) => (
                      <ConfirmForm
                        label={t("measurement.file.remove")}
                        consequence={t("measurement.file.remove-consequence")}
                        submit={t("measurement.file.remove")}
                        intent="remove-file"
                        fields={{ fileId: file.id }}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {may.attach && (
        <form method="post" encType="multipart/form-data" className="form">
          {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
          <Hidden values={{ intent: "file" }} />
          <FileField name="file" label={t("measurement.file.add")} hint={t("measurement.file.hint")} required />
          <FormActions>
            <Button variant="quiet">{t("measurement.file.send")}</Button>
          </FormActions>
        </form>
      )}
    </Section>
  );
}
