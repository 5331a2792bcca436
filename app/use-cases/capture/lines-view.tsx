import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { ErrorSummary, FieldGrid, FormActions } from "#app/ui/form";
import { Empty, Notice, PageHeader } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { LinesToComplete } from "./lines-to-complete.server";

/** What was captured and is not complete yet: to be completed here, or handed to somebody who knows the subject. */
export function LinesView({ me, lines, more, receivers, departments }: LinesToComplete) {
  const { t, tell, date } = useSpeech();
  const { field, choices, errors, refusal } = useForm();
  const ticked = choices("cases[]");
  const title = t("capture.lines.title");
  return (
    <>
      <PageHeader
        title={title}
        lead={t("capture.lines.lead")}
        crumbs={[{ label: t("capture.title"), href: "/capture" }, { label: title }]}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {lines.length === 0 ? (
        <Empty title={t("capture.lines.none")} action={<ButtonLink href="/capture">{t("capture.title")}</ButtonLink>}>
          {t("capture.lines.none.next")}
        </Empty>
      ) : (
        <form method="post" className="form form-wide">
          <ErrorSummary errors={errors} />
          {more && <p className="hint">{t("capture.lines.more", { count: lines.length })}</p>}
          <DataTable
            caption={t("capture.lines.caption")}
            hideCaption
            narrow="cards"
            rows={lines}
            rowKey={({ id }) => id}
            rowHref={({ reference }) => `/use-cases/${reference}/edit`}
            columns={[
              {
                key: "tick",
                header: t("capture.lines.tick"),
                cell: ({ id, reference }) => (
                  <input
                    type="checkbox"
                    name="cases[]"
                    value={id}
                    defaultChecked={ticked.values.includes(String(id))}
                    aria-label={t("capture.lines.choose", { reference })}
                  />
                ),
                width: "fit",
                tick: true,
              },
              {
                key: "line",
                header: t("capture.lines.line"),
                cell: (row) => `${row.reference} · ${tell(row.title)}`,
                rowHeader: true,
              },
              {
                key: "department",
                header: t("capture.lines.department"),
                cell: ({ department }) => tell(department) || t("campaigns.departments.none"),
              },
              {
                key: "by",
                header: t("capture.lines.by"),
                cell: ({ capturedBy }) => capturedBy || t("capture.lines.anonymous"),
              },
              {
                key: "with",
                header: t("capture.lines.with"),
                cell: ({ authorId, author }) =>
                  authorId === me ? t("capture.lines.mine") : (author ?? t("desk.nobody")),
              },
              { key: "campaign", header: t("capture.lines.campaign"), cell: ({ campaign }) => tell(campaign) },
              { key: "since", header: t("capture.lines.since"), cell: ({ since }) => date(since), width: "fit" },
            ]}
          />
          <FieldGrid columns={2}>
            <Select
              {...field("to")}
              label={t("capture.lines.to")}
              empty={t("use-cases.form.choose")}
              options={receivers.map(({ id, name }) => ({ value: String(id), label: name }))}
              required
            />
            <Select
              {...field("departmentId")}
              label={t("capture.lines.to-department")}
              empty={t("capture.lines.to-department.same")}
              options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
            />
          </FieldGrid>
          <FormActions>
            <Button>{t("capture.lines.hand-over")}</Button>
          </FormActions>
        </form>
      )}
    </>
  );
}
