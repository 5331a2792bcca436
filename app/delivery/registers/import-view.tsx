import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { FileField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { MOST_LINES, type Plan } from "./csv";
import type { Register } from "./fields";
import { LISTED } from "./file-input";
import { labelOf } from "./words";

/** What a file would do, as its page shows it. */
export interface FilePreview {
  text: string;
  /** The same to be mended in the form; null where it is too long for that. */
  mended: string | null;
  added: number;
  changed: number;
  same: number;
  lines: { line: number; act: "add" | "change"; name: string; fields: { name: string }[] }[];
  faults: Plan["faults"];
  ignored: string[];
}

/** A file into a register: chosen, looked at, then written as a whole or not at all. */
export function RegisterImport({ register, preview }: { register: Register; preview: FilePreview | null }) {
  const { t } = useSpeech();
  const { errors, refusal, field } = useForm();
  const base = `/registers/${register}`;
  const faulty = preview !== null && preview.faults.length > 0;
  const toMend = faulty ? preview.mended : null;
  return (
    <>
      <PageHeader
        title={t("registers.file.title", { register: t(`registers.of.${register}`) })}
        lead={t("registers.file.lead")}
        crumbs={[
          { label: t("registers.title"), href: "/registers" },
          { label: t(`registers.of.${register}`), href: base },
          { label: t("registers.import") },
        ]}
        actions={<ButtonLink href={`/registers/${register}.csv`}>{t("registers.export")}</ButtonLink>}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {preview && <Preview register={register} preview={preview} />}
      <Section
        title={t(
          toMend !== null ? "registers.file.mend.title" : preview ? "registers.file.other" : "registers.file.choose",
        )}
      >
        <form method="post" encType="multipart/form-data" className="form">
          <ErrorSummary errors={errors} />
          <Hidden values={{ intent: "preview" }} />
          <FileField
            name="file"
            label={t("registers.file.file")}
            hint={t("registers.file.file.hint", { lines: MOST_LINES })}
            accept=".csv,.txt,text/csv"
            error={errors.file}
          />
          <TextArea
            {...field("pasted")}
            {...(toMend !== null && { value: toMend })}
            label={t(toMend === null ? "registers.file.pasted" : "registers.file.mend")}
            hint={t(toMend === null ? "registers.file.pasted.hint" : "registers.file.mend.hint")}
            rows={toMend === null ? 4 : 12}
          />
          <FormActions>
            <Button variant={preview ? "quiet" : "primary"}>{t("registers.file.look")}</Button>
          </FormActions>
        </form>
      </Section>
    </>
  );
}

function Preview({ register, preview }: { register: Register; preview: FilePreview }) {
  const speech = useSpeech();
  const { t, list, number } = speech;
  const { added, changed, same, lines, faults, ignored, text } = preview;
  const nothing = added + changed === 0;
  return (
    <Section title={t("registers.file.preview")}>
      {faults.length === 0 && <p>{t("registers.file.would", { added, changed, same })}</p>}
      {ignored.length > 0 && <p>{t("registers.file.ignored", { columns: list(ignored) })}</p>}
      {faults.length > 0 && (
        <>
          <Notice tone="bad" title={t("registers.file.refusal.faults", { count: faults.length })}>
            {t("registers.file.would-else", { added, changed, same })}
          </Notice>
          {preview.mended === null && <p>{t("registers.file.mend.elsewhere")}</p>}
          <DataTable
            caption={t("registers.file.faults")}
            rows={faults.slice(0, LISTED)}
            rowKey={(_, at) => at}
            narrow="cards"
            columns={[
              { key: "line", header: t("registers.file.line"), cell: ({ line }) => number(line), numeric: true },
              {
                key: "column",
                header: t("registers.file.column"),
                cell: ({ column }) => column ?? t("registers.file.whole-line"),
              },
              {
                key: "fault",
                header: t("registers.file.fault"),
                cell: ({ key, values }) => t(key, values),
                rowHeader: true,
              },
            ]}
          />
        </>
      )}
      {faults.length > LISTED && <p>{t("registers.file.more", { count: faults.length - LISTED })}</p>}
      {faults.length === 0 && nothing && (
        <Notice tone="info" title={t(same === 0 ? "registers.file.no-lines" : "registers.file.nothing")} />
      )}
      {faults.length === 0 && !nothing && (
        <>
          <DataTable
            caption={t("registers.file.lines")}
            rows={lines}
            rowKey={({ line }) => line}
            narrow="cards"
            columns={[
              { key: "line", header: t("registers.file.line"), cell: ({ line }) => number(line), numeric: true },
              {
                key: "act",
                header: t("registers.file.act"),
                cell: ({ act }) => (
                  <Badge tone={act === "add" ? "good" : "accent"}>{t(`registers.file.act.${act}`)}</Badge>
                ),
              },
              { key: "name", header: t("registers.field.name"), cell: ({ name }) => name, rowHeader: true },
              {
                key: "fields",
                header: t("registers.file.fields"),
                cell: ({ act, fields }) => (act === "add" ? "" : list(fields.map((one) => labelOf(one, speech)))),
              },
            ]}
          />
          {added + changed > lines.length && (
            <p>{t("registers.file.more", { count: added + changed - lines.length })}</p>
          )}
          <form method="post" className="form">
            <Hidden values={{ intent: "run", text, added, changed }} />
            <FormActions>
              <Button>{t("registers.file.run", { count: added + changed })}</Button>
              <ButtonLink href={`/registers/${register}`}>{t("desk.cancel")}</ButtonLink>
            </FormActions>
          </form>
        </>
      )}
    </Section>
  );
}
