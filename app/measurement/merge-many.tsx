import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Notice, PageHeader, Section, Stack } from "#app/ui/page";
import { type Column, DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { langOf } from "#app/use-cases/case-frame";
import { REASON_LETTERS } from "#app/use-cases/similar/join-input";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { MergeManyPage } from "./merge-many.server";
import { GOES, type MergeSide } from "./merge-sides";

/** Several cases into one of them: which one stays, what moves, and why. */
export function MergeManyView({ page }: { page: MergeManyPage }) {
  const { t } = useSpeech();
  const { cases, into, left } = page;
  return (
    <>
      <PageHeader
        title={t("similar.many.title")}
        lead={t("similar.many.lead", { count: cases.length })}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }]}
      />
      <Stack>
        <Stays cases={cases} into={into} />
        {left.length > 0 && <CannotGo page={page} />}
        <Preview page={page} />
      </Stack>
    </>
  );
}

function Ids({ cases }: { cases: readonly MergeSide[] }) {
  return cases.map(({ id }) => <input key={id} type="hidden" name="case" value={id} />);
}

function Stays({ cases, into }: { cases: readonly MergeSide[]; into: number }) {
  const { t, tell } = useSpeech();
  return (
    <Section title={t("similar.many.stays")} lead={t("similar.many.stays.lead")}>
      <form method="get" className="form">
        <Ids cases={cases} />
        <RadioGroup
          name="into"
          label={t("similar.many.stays")}
          hideLabel
          value={String(into)}
          options={cases.map(({ id, reference, title, department }) => ({
            value: String(id),
            label: <Unbroken>{`${reference} · ${tell(title)}`}</Unbroken>,
            hint: department ? tell(department) : t("use-cases.head.no-department"),
          }))}
        />
        <FormActions>
          <Button variant="quiet">{t("similar.merge.compare")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}

function CannotGo({ page: { left } }: { page: MergeManyPage }) {
  const { t } = useSpeech();
  return (
    <Notice tone="warning" title={t("similar.many.left", { count: left.length })}>
      <ul>
        {left.map(({ reference, figures }) => (
          <li key={reference}>
            <a href={`/use-cases/${reference}?stay`}>{reference}</a>{" "}
            {figures ? t("similar.refusal.has-figures", { ...figures }) : t("similar.refusal.cannot-merge")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Preview({ page }: { page: MergeManyPage }) {
  const { t, tell, number, locale } = useSpeech();
  const { cases, into, left, after } = page;
  const { field, errors, refusal } = useForm();
  const figure = (value: number | null) => (value === null ? t("desk.unknown") : number(value, 0));
  const reference = cases.find(({ id }) => id === into)?.reference ?? "";
  const columns: Column<MergeSide>[] = [
    {
      key: "title",
      header: t("similar.merge.row.title"),
      rowHeader: true,
      cell: (side) => (
        <span lang={langOf(side.title, locale)}>
          <Unbroken>{`${side.reference} · ${tell(side.title)}`}</Unbroken> <StageBadge stage={side.stage} />{" "}
          {side.id === into && <Badge tone="good">{t("similar.many.this-stays")}</Badge>}
        </span>
      ),
    },
    { key: "people", header: t("similar.merge.row.people"), numeric: true, cell: (side) => figure(side.people) },
    { key: "hours", header: t("similar.merge.row.hours"), numeric: true, cell: (side) => figure(side.hours) },
    // What none of them has would only make the table wider.
    ...GOES.filter((name) => cases.some(({ goes }) => goes[name] > 0)).map(
      (name): Column<MergeSide> => ({
        key: name,
        header: t(`similar.merge.row.${name}`),
        numeric: true,
        short: true,
        cell: ({ goes }) => number(goes[name]),
      }),
    ),
  ];
  return (
    <Section title={t("similar.many.preview", { into: reference })} lead={t("similar.many.preview.lead")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <DataTable
        caption={t("similar.merge.preview.caption")}
        hideCaption
        narrow="cards"
        rows={cases}
        rowKey={({ id }) => id}
        columns={columns}
      />
      <Section title={t("similar.many.after", { into: reference })}>
        <DescriptionList
          columns={2}
          items={[
            { term: t("similar.merge.row.people"), value: figure(after.people) },
            { term: t("similar.merge.row.hours"), value: figure(after.hours) },
            ...(["comments", "votes", "followers", "tags", "files", "coSponsors"] as const).map((name) => ({
              term: t(`similar.merge.row.${name}`),
              value: number(after[name]),
            })),
          ]}
        />
        <p className="hint">{t("similar.shared-need.formula")}</p>
      </Section>
      {left.length === 0 && (
        <form method="post" className="form">
          <ErrorSummary errors={errors} />
          <Ids cases={cases} />
          <input type="hidden" name="into" value={into} />
          <TextArea
            {...field("reason")}
            label={t("similar.merge.reason")}
            hint={t("similar.many.reason.hint")}
            rows={3}
            maxLength={REASON_LETTERS}
            required
          />
          <FormActions>
            <Button>{t("similar.many.submit", { count: cases.length - 1, into: reference })}</Button>
            <ButtonLink href="/use-cases">{t("desk.cancel")}</ButtonLink>
          </FormActions>
        </form>
      )}
    </Section>
  );
}
