import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { FileField, TextField } from "#app/ui/field";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { FileSize } from "../links/around";
import { ENDINGS, MAXIMUM_FILE_BYTES, MAXIMUM_FILES } from "./file-kinds";
import type { CaseFile } from "./files.server";

export interface FilesPage {
  reference: string;
  files: CaseFile[];
  mayAdd: boolean;
  mayNote: boolean;
}

/** The files on a case: to download, to add, to take off with a reason. */
export function FilesView({ reference, files, mayAdd, mayNote }: FilesPage) {
  const { t, moment } = useSpeech();
  return (
    <>
      {mayAdd && files.length < MAXIMUM_FILES && <UploadForm mayNote={mayNote} />}
      <RemoveRefusal />
      <Section title={t("case.files.count", { count: files.length })} lead={t("case.files.lead")}>
        {files.length > 0 ? (
          <DataTable
            caption={t("case.files.title")}
            hideCaption
            narrow="cards"
            rows={files}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: t("case.files.name"),
                rowHeader: true,
                width: "wide",
                cell: (file) => (
                  <>
                    <a href={`/use-cases/${reference}/files/${file.id}`} download>
                      {file.name}
                    </a>{" "}
                    {file.internal && <Badge tone="warning">{t("case.files.internal")}</Badge>}
                  </>
                ),
              },
              {
                key: "size",
                header: t("case.files.size"),
                numeric: true,
                cell: (file) => <FileSize bytes={file.size} />,
              },
              { key: "by", header: t("case.files.by"), cell: ({ addedBy }) => addedBy },
              { key: "at", header: t("case.files.at"), cell: ({ addedAt }) => moment(new Date(addedAt)) },
              {
                key: "remove",
                header: t("case.files.change"),
                cell: (file) => file.mayRemove && <RemoveForm file={file} />,
              },
            ]}
          />
        ) : (
          <Empty title={t("case.files.none")}>{mayAdd && t("case.files.none.next")}</Empty>
        )}
      </Section>
    </>
  );
}

function UploadForm({ mayNote }: { mayNote: boolean }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("add");
  return (
    <Section title={t("case.files.add")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" encType="multipart/form-data" className="form">
        <ErrorSummary errors={errors} />
        {/* Before the file, which is read as it comes: what is said of it must be known by then. */}
        <input type="hidden" name="intent" value="add" />
        {mayNote && (
          <Checkbox
            name="internal"
            label={t("case.files.internal.label")}
            hint={t("case.note.hint")}
            checked={rejection?.typed.internal !== undefined}
          />
        )}
        <FileField
          name={field("file").name}
          error={field("file").error}
          label={t("case.files.choose")}
          hint={t("case.files.hint", {
            megabytes: MAXIMUM_FILE_BYTES / 1024 / 1024,
            endings: ENDINGS.join(", "),
          })}
          accept={ENDINGS.map((ending) => `.${ending}`).join(",")}
          required
        />
        <FormActions>
          <Button>{t("case.files.add.submit")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}

function RemoveRefusal() {
  const { refusal } = useForm("remove");
  return refusal ? <Notice tone="bad">{refusal}</Notice> : null;
}

function RemoveForm({ file }: { file: CaseFile }) {
  const { t } = useSpeech();
  const { field } = useForm("remove", { fileId: String(file.id) });
  return (
    <ConfirmForm
      label={t("case.files.remove")}
      consequence={t("case.files.remove.consequence")}
      submit={t("case.files.remove.submit")}
      intent="remove"
      fields={{ fileId: file.id }}
    >
      <TextField
        {...field("reason")}
        id={`reason-${file.id}`}
        label={t("case.files.reason")}
        maxLength={500}
        required
      />
    </ConfirmForm>
  );
}
