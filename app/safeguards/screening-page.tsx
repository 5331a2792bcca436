import { useForm } from "#app/answer";
import type { Day } from "#app/kernel/day";
import type { Misreading } from "#app/kernel/misread";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Figure, FigureGrid } from "#app/ui/figure";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { MisreadNotice } from "#app/ui/misread";
import { FilterBar, Tabs } from "#app/ui/navigation";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { type Column, DataTable, Pager } from "#app/ui/table";
import { unbroken } from "#app/ui/unbroken";
import type { AnswerFigures } from "#app/use-cases/answer-due";
import type { ScreeningQuery } from "./screening";
import type { QueueCounts, WaitingCase } from "./screening-queue.server";

export interface ScreeningPageProps {
  misreading: Misreading;
  query: ScreeningQuery;
  rows: WaitingCase[];
  counts: QueueCounts;
  figures: AnswerFigures;
  figuresDays: number;
  screeningDays: number;
  departments: { id: number; name: Told }[];
  /** Who may be given a case, by name. */
  members: { id: number; name: string }[];
  next: string | null;
  first: string | null;
}

/** When the first answer is due, and whether that is past. */
function AnswerDue({ dueOn, late }: { dueOn: Day | null; late: boolean }) {
  const { t, date } = useSpeech();
  if (dueOn === null) return <Badge>{t("desk.unknown")}</Badge>;
  return (
    <>
      {date(dueOn)}{" "}
      <Badge tone={late ? "bad" : "good"}>{t(late ? "safeguards.answers.late" : "safeguards.answers.due")}</Badge>
    </>
  );
}

function useColumns(): Column<WaitingCase>[] {
  const { t, tell, date } = useSpeech();
  return [
    {
      key: "tick",
      header: <span className="visually-hidden">{t("safeguards.answers.choose")}</span>,
      cell: ({ id, reference, mayScreen }) =>
        mayScreen ? (
          <input
            type="checkbox"
            name="cases[]"
            id={`case-${id}`}
            value={id}
            aria-label={t("safeguards.answers.choose-one", { reference })}
          />
        ) : null,
      width: "fit",
      tick: true,
    },
    {
      key: "case",
      header: t("safeguards.answers.case"),
      rowHeader: true,
      cell: (row) => (
        <a href={`/use-cases/${row.reference}/governance#screening`}>
          {unbroken(`${row.reference} · ${tell(row.title)}`)}
        </a>
      ),
    },
    { key: "due", header: t("safeguards.answers.answer"), cell: (row) => <AnswerDue {...row} />, width: "fit" },
    {
      key: "age",
      header: t("safeguards.answers.age"),
      cell: ({ age }) => (age === null ? t("desk.unknown") : t("safeguards.answers.days", { count: age })),
      numeric: true,
      width: "fit",
    },
    { key: "since", header: t("safeguards.answers.since"), cell: (row) => date(row.submittedOn), width: "fit" },
    { key: "department", header: t("safeguards.answers.department"), cell: (row) => tell(row.department) },
    { key: "author", header: t("safeguards.answers.author"), cell: (row) => row.author ?? t("desk.nobody") },
    {
      key: "screener",
      header: t("safeguards.answers.holder"),
      cell: ({ screener, mayScreen }) =>
        mayScreen
          ? (screener ?? t("desk.nobody"))
          : t("safeguards.answers.party", { name: screener ?? t("desk.nobody") }),
    },
  ];
}

/** Who answers what is submitted, and by when. */
export function ScreeningPage(page: ScreeningPageProps) {
  const { t, tell, number, percent } = useSpeech();
  const { query, rows, counts, figures, screeningDays, departments } = page;
  const tab = (name: "all" | "mine" | "nobody" | "late", href: string, current: boolean) => ({
    href,
    label: t(`safeguards.answers.tab.${name}`),
    count: counts[name],
    current,
  });
  const filtered = query.department !== null;
  return (
    <>
      <PageHeader title={t("safeguards.answers.title")} lead={t("safeguards.answers.lead", { days: screeningDays })} />
      <MisreadNotice {...page.misreading} />
      <FigureGrid label={t("safeguards.answers.figures")}>
        <Figure label={t("safeguards.answers.waiting")} value={number(counts.all)} />
        <Figure
          label={t("safeguards.answers.overdue")}
          value={number(counts.late)}
          mark={counts.late > 0 ? <Badge tone="bad">{t("safeguards.answers.overdue.mark")}</Badge> : undefined}
        />
        <Figure
          label={t("safeguards.answers.median")}
          value={figures.median === null ? number(null) : t("safeguards.answers.days", { count: figures.median })}
          note={t("safeguards.answers.of", { count: figures.count, days: page.figuresDays })}
        />
        <Figure
          label={t("safeguards.answers.in-time", { days: screeningDays })}
          value={percent(figures.inTime, 0)}
          note={t("safeguards.answers.of", { count: figures.count, days: page.figuresDays })}
        />
      </FigureGrid>
      <Tabs
        label={t("safeguards.answers.tabs")}
        items={[
          tab("all", "/screening", query.holder === null && !query.late),
          tab("late", "/screening?late=yes", query.late),
          tab("mine", "/screening?holder=mine", query.holder === "mine" && !query.late),
          tab("nobody", "/screening?holder=nobody", query.holder === "nobody" && !query.late),
        ]}
      />
      {departments.length > 1 && (
        <FilterBar clear={filtered ? "/screening" : null}>
          <Select
            name="department"
            label={t("safeguards.answers.department")}
            empty={t("safeguards.answers.any-department")}
            value={query.department === null ? "" : String(query.department)}
            options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
          />
        </FilterBar>
      )}
      <Section keepPlace>
        {rows.length === 0 ? (
          <Empty title={t("safeguards.answers.none")}>{t("safeguards.answers.none.next")}</Empty>
        ) : (
          <QueueForm {...page} />
        )}
        <Pager previous={page.first} next={page.next} />
      </Section>
    </>
  );
}

function QueueForm({ rows, members }: ScreeningPageProps) {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm();
  const columns = useColumns();
  return (
    <form method="post" className="form form-wide">
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <DataTable
        caption={t("safeguards.answers.caption")}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
      />
      <Select
        {...field("personId")}
        label={t("safeguards.answers.give-to")}
        hint={t("safeguards.answers.give-to.hint")}
        empty={t("safeguards.answers.give-to.choose")}
        options={members.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FormActions>
        <Button name="intent" value="assign">
          {t("safeguards.answers.give")}
        </Button>
        <Button name="intent" value="take" variant="quiet">
          {t("safeguards.answers.take")}
        </Button>
        <Button name="intent" value="release" variant="plain">
          {t("safeguards.answers.release")}
        </Button>
      </FormActions>
    </form>
  );
}
