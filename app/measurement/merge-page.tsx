import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { langOf } from "#app/use-cases/case-frame";
import { REASON_LETTERS } from "#app/use-cases/similar/join-input";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { MergePage } from "./merge-page.server";
import { GOES, type MergeSide } from "./merge-sides";

/** Letting a case go up in another one: choose it, see what goes along, say why; or undo it. */
export function MergeView({ page }: { page: MergePage }) {
  const { t } = useSpeech();
  const { merged, into, figures } = page;
  if (merged) return <Undo page={page} merged={merged} />;
  return (
    <Stack>
      {figures && (
        <Notice tone="warning" title={t("similar.merge.figures")}>
          {t("similar.refusal.has-figures", { ...figures })}
        </Notice>
      )}
      <Choose page={page} />
      {into && <Preview page={page} into={into} />}
    </Stack>
  );
}

function Choose({ page: { reference, suggested, into, typed, not } }: { page: MergePage }) {
  const { t } = useSpeech();
  return (
    <Section title={t("similar.merge.choose")} lead={t("similar.merge.choose.lead")}>
      <form method="get" className="form">
        <TextField
          name="into"
          label={t("similar.merge.into")}
          hint={t("similar.merge.into.hint")}
          value={into?.reference ?? typed}
          error={not ? t(not.key, not.values) : undefined}
          list="merge-cases"
          data-enhance="find-case"
          required
        />
        <datalist id="merge-cases" />
        <FormActions>
          <Button variant="quiet">{t("similar.merge.compare")}</Button>
        </FormActions>
      </form>
      {suggested.length > 0 && (
        <>
          <p className="hint">{t("similar.merge.suggested")}</p>
          <ul>
            {suggested.map(({ reference: other, label }) => (
              <li key={other}>
                <a href={`/use-cases/${reference}/merge?into=${other}`}>
                  <Unbroken>{label}</Unbroken>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Preview({ page, into }: { page: MergePage; into: MergeSide }) {
  const { t, tell, number, locale } = useSpeech();
  const { from, figures } = page;
  const { field, errors, refusal } = useForm("merge");
  const unknown = t("desk.unknown");
  const figure = (value: number | null) => (value === null ? unknown : number(value, 0));
  const rows = [
    {
      name: t("similar.merge.row.title"),
      cell: (side: MergeSide) => <span lang={langOf(side.title, locale)}>{tell(side.title)}</span>,
    },
    { name: t("similar.merge.row.stage"), cell: (side: MergeSide) => <StageBadge stage={side.stage} /> },
    {
      name: t("similar.merge.row.department"),
      cell: (side: MergeSide) => (side.department ? tell(side.department) : unknown),
    },
    {
      name: t("similar.merge.row.need"),
      cell: (side: MergeSide) => <span lang={langOf(side.need, locale)}>{tell(side.need)}</span>,
    },
    { name: t("similar.merge.row.people"), cell: (side: MergeSide) => figure(side.people) },
    { name: t("similar.merge.row.hours"), cell: (side: MergeSide) => figure(side.hours) },
    ...GOES.map((name) => ({
      name: t(`similar.merge.row.${name}`),
      cell: (side: MergeSide) => number(side.goes[name]),
    })),
  ];
  return (
    <Section title={t("similar.merge.preview", { from: from.reference, into: into.reference })}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <DataTable
        caption={t("similar.merge.preview.caption")}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: "what", header: t("similar.merge.row"), cell: ({ name }) => name, rowHeader: true },
          { key: "from", header: from.reference, cell: ({ cell }) => cell(from) },
          { key: "into", header: into.reference, cell: ({ cell }) => cell(into) },
        ]}
      />
      <p>{t("similar.merge.goes", { from: from.reference, into: into.reference })}</p>
      <p>{t("similar.merge.stays", { from: from.reference })}</p>
      {!figures && (
        <form method="post" className="form">
          <Once />
          <ErrorSummary errors={errors} />
          <Hidden values={{ into: into.reference }} />
          <TextArea
            {...field("reason")}
            label={t("similar.merge.reason")}
            hint={t("similar.merge.reason.hint")}
            rows={3}
            maxLength={REASON_LETTERS}
            required
          />
          <FormActions>
            <Button name="intent" value="merge">
              {t("similar.merge.submit", { from: from.reference, into: into.reference })}
            </Button>
          </FormActions>
        </form>
      )}
    </Section>
  );
}

function Undo({ page, merged }: { page: MergePage; merged: NonNullable<MergePage["merged"]> }) {
  const { t, tell, moment, locale } = useSpeech();
  const { field, errors, refusal } = useForm("unmerge");
  return (
    <Section title={t("similar.unmerge.title")}>
      <p>
        {t("similar.unmerge.by", { by: merged.by, moment: moment(new Date(merged.at)) })}{" "}
        <a href={`/use-cases/${merged.into}`}>
          {merged.into} {tell(merged.intoTitle)}
        </a>
      </p>
      <p lang={langOf(merged.reason, locale)}>{tell(merged.reason)}</p>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {merged.stands ? (
        <form method="post" className="form">
          <ErrorSummary errors={errors} />
          <p>{t("similar.unmerge.consequence", { reference: page.reference })}</p>
          <TextArea
            {...field("reason")}
            label={t("similar.merge.reason")}
            rows={3}
            maxLength={REASON_LETTERS}
            required
          />
          <FormActions>
            <Button name="intent" value="unmerge">
              {t("similar.unmerge.submit")}
            </Button>
          </FormActions>
        </form>
      ) : (
        <Notice tone="info">
          {t("similar.refusal.merged-since", { reference: merged.into })}{" "}
          <a href={`/use-cases/${merged.into}/merge`}>{merged.into}</a>
        </Notice>
      )}
    </Section>
  );
}
