import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { AREAS } from "./law/provision";
import type { Provision } from "./law.server";
import { cited } from "./wording";

function Editing({ provision }: { provision: Provision }) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const { field, errors, refusal, rejection } = useForm("edit");
  const { key, version, article, title, text, appliesFrom, source, asOf, days } = provision;
  return (
    <Section
      id="edit"
      title={t("ai-act.law.edit", { article: cited(article, speech) })}
      lead={t("ai-act.law.edit.lead")}
    >
      {rejection?.stale && (
        <ConflictPanel
          fields={[
            { label: t("ai-act.law.title"), yours: rejection.typed.title ?? "", theirs: tell(title) },
            { label: t("ai-act.law.text"), yours: rejection.typed.text ?? "", theirs: tell(text) },
            {
              label: t("people.field.appliesFrom"),
              yours: rejection.typed.appliesFrom ?? "",
              theirs: appliesFrom ?? "",
            },
          ]}
        />
      )}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" action={`?edit=${key}`} className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "edit", key, version }} />
        <TextField {...field("article", article)} label={t("people.field.article")} required />
        <TextField {...field("title", tell(title))} label={t("ai-act.law.title")} width="long" required />
        <TextArea
          {...field("text", tell(text))}
          label={t("ai-act.law.text")}
          hint={t("ai-act.law.text.hint")}
          rows={4}
          required
        />
        <FieldGrid>
          <DateField {...field("appliesFrom", appliesFrom)} label={t("people.field.appliesFrom")} />
          <DateField {...field("asOf", asOf)} label={t("people.field.asOf")} required />
          {days !== undefined && (
            <NumberField
              {...field("days", days)}
              label={t("people.field.days")}
              hint={t("ai-act.law.days.hint")}
              required
            />
          )}
        </FieldGrid>
        <TextField {...field("source", source)} label={t("ai-act.law.source")} width="long" required />
        <FormActions>
          <Button>{t("desk.save")}</Button>
          <ButtonLink href="/admin/ai-act">{t("desk.cancel")}</ButtonLink>
        </FormActions>
      </form>
      {provision.edited && (
        <ConfirmForm
          label={t("ai-act.law.restore")}
          consequence={t("ai-act.law.restore.consequence")}
          submit={t("ai-act.law.restore")}
          intent="restore"
          fields={{ key, version }}
        />
      )}
    </Section>
  );
}

/** Every provision by what it is about, with its day; and the one that is being edited. */
export function LawView({ provisions, editing }: { provisions: Provision[]; editing: Provision | null }) {
  const speech = useSpeech();
  const { t, tell, date, number } = speech;
  return (
    <>
      <Notice tone="info">{t("ai-act.not-legal-advice")}</Notice>
      {editing && <Editing provision={editing} />}
      {AREAS.map((area) => (
        <Section key={area} id={area} title={t(`ai-act.area.${area}`)}>
          <DataTable
            caption={t(`ai-act.area.${area}`)}
            hideCaption
            rows={provisions.filter((one) => one.area === area)}
            rowKey={({ key }) => key}
            narrow="cards"
            columns={[
              {
                key: "article",
                header: t("people.field.article"),
                cell: (row) => <span id={row.key}>{cited(row.article, speech)}</span>,
                width: "fit",
              },
              { key: "title", header: t("ai-act.law.title"), cell: (row) => tell(row.title), rowHeader: true },
              { key: "text", header: t("ai-act.law.text"), cell: (row) => tell(row.text) },
              {
                key: "from",
                header: t("people.field.appliesFrom"),
                cell: (row) => date(row.appliesFrom),
                width: "fit",
              },
              ...(area === "incidents"
                ? [
                    {
                      key: "days",
                      header: t("people.field.days"),
                      cell: (row: Provision) => number(row.days),
                      numeric: true,
                    },
                  ]
                : []),
              { key: "asOf", header: t("people.field.asOf"), cell: (row) => date(row.asOf), width: "fit" },
              {
                key: "edit",
                header: t("desk.edit"),
                width: "fit",
                cell: (row) => (
                  <>
                    <a
                      href={`/admin/ai-act?edit=${row.key}#edit`}
                      aria-label={t("ai-act.law.edit", { article: cited(row.article, speech) })}
                    >
                      {t("desk.edit")}
                    </a>{" "}
                    {row.edited && <Badge tone="accent">{t("ai-act.law.edited")}</Badge>}
                  </>
                ),
              },
            ]}
          />
        </Section>
      ))}
    </>
  );
}
