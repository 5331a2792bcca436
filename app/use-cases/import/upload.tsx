import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { FileField } from "#app/ui/field";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, PageHeader, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { Tone } from "#app/ui/tone";
import type { ImportCounts } from "./plan";

type Status = "uploaded" | "running" | "done" | "failed";

interface Props {
  most: { megabytes: number; rows: number };
  recent: {
    id: number;
    fileName: string;
    source: string;
    status: Status;
    counts: ImportCounts | null;
    by: string | null;
    createdAt: number;
  }[];
  presets: { id: number; name: string }[];
}

const TONES: Record<Status, Tone> = { uploaded: "accent", running: "accent", done: "good", failed: "bad" };

/** Where a file comes in, and what became of the last ones. */
export function UploadView({ most, recent, presets }: Props) {
  const { t, moment } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  const comesBack = rejection?.refusal?.key.startsWith("imports.own.");
  return (
    <>
      <PageHeader title={t("imports.title")} lead={t("imports.lead")} />
      {refusal && (
        <Notice tone="bad">
          <p>{refusal}</p>
          {comesBack && (
            <p>
              <a href="/use-cases/export">{t("list.export.title")}</a>
            </p>
          )}
        </Notice>
      )}
      <form method="post" encType="multipart/form-data" className="form">
        <ErrorSummary errors={errors} />
        <FileField
          name="file"
          error={field("file").error}
          label={t("imports.file")}
          hint={t("imports.file.hint", most)}
          accept=".csv,.tsv,.txt,.xlsx,.json,text/csv,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          required
        />
        <FormActions>
          <Button name="intent" value="upload">
            {t("imports.upload")}
          </Button>
        </FormActions>
      </form>
      <Section title={t("imports.recent")}>
        {recent.length > 0 ? (
          <DataTable
            caption={t("imports.recent")}
            hideCaption
            narrow="cards"
            rows={recent}
            rowKey={({ id }) => id}
            rowHref={({ id, status }) => (status === "done" ? `/import/${id}/run` : `/import/${id}`)}
            columns={[
              { key: "file", header: t("imports.file"), cell: ({ fileName }) => fileName, rowHeader: true },
              { key: "source", header: t("imports.source"), cell: ({ source }) => source, hideNarrow: true },
              { key: "by", header: t("imports.by"), cell: ({ by }) => by ?? t("desk.product") },
              { key: "on", header: t("imports.on"), cell: ({ createdAt }) => moment(new Date(createdAt)) },
              {
                key: "status",
                header: t("imports.status"),
                cell: ({ status }) => <Badge tone={TONES[status]}>{t(`imports.status.${status}`)}</Badge>,
                width: "fit",
              },
              {
                key: "did",
                header: t("imports.did"),
                cell: ({ counts }) => counts && t("imports.did.counts", { ...counts }),
              },
            ]}
          />
        ) : (
          <Empty title={t("imports.recent.none")}>{t("imports.recent.none.next")}</Empty>
        )}
      </Section>
      {presets.length > 0 && (
        <Section title={t("imports.presets")} lead={t("imports.presets.lead")}>
          {presets.map(({ id, name }) => (
            <Row key={id} spread>
              <span>{name}</span>
              <ConfirmForm
                label={t("imports.preset.delete")}
                consequence={t("imports.preset.delete.consequence", { name })}
                submit={t("imports.preset.delete.confirm")}
                intent="delete-preset"
                fields={{ preset: id }}
              />
            </Row>
          ))}
        </Section>
      )}
    </>
  );
}
