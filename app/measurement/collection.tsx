import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink, ConfirmForm } from "#app/ui/button";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Meter } from "#app/ui/mark";
import { Empty, Notice, Row, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { CollectionCalendar } from "./calendar";
import type { Collection, DepartmentProgress, OwnerProgress, QuarterHead, QuarterTotals } from "./collection.server";
import { EvidenceMark } from "./evidence-mark";

export interface CollectionProps {
  head: QuarterHead;
  collection: Collection;
  totals: QuarterTotals;
  /** Whether the quarter has begun. */
  begun: boolean;
  /** When it opens by itself, reminds and escalates. */
  calendar: CollectionCalendar;
  mayRun: boolean;
}

export function CollectionView({ head, collection, totals, begun, calendar, mayRun }: CollectionProps) {
  const { t, number, money, shortMoney } = useSpeech();
  const { refusal } = useForm();
  const { total, byDepartment } = collection;
  return (
    <>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <FigureGrid label={t("measurement.quarter.figures")}>
        <Figure
          label={t("measurement.quarter.reported")}
          value={t("measurement.of", { part: number(total.reported), whole: number(total.due) })}
          comparison={t("measurement.quarter.missing-count", { count: total.missing })}
        />
        <Figure
          label={t("measurement.quarter.accepted")}
          value={number(total.accepted)}
          comparison={t("measurement.quarter.waiting-count", { waiting: total.waiting, sentBack: total.sentBack })}
          href={`/quarter/${head.quarter}/review`}
        />
        <Figure
          label={t("measurement.realised")}
          value={shortMoney(totals.realised)}
          title={money(totals.realised)}
          comparison={t("measurement.proven-of-it", { amount: shortMoney(totals.proven) })}
          href={totals.realised === null ? undefined : `/dashboard/reports?quarter=${head.quarter}`}
        />
        <Figure
          label={t("measurement.costs")}
          value={shortMoney(totals.cost)}
          title={money(totals.cost)}
          href={totals.cost === null ? undefined : `/dashboard/costs?quarter=${head.quarter}`}
        />
      </FigureGrid>
      {mayRun && begun && <Steps head={head} missing={total.missing} />}
      {!begun && <Notice tone="info">{t("measurement.quarter.not-begun")}</Notice>}
      <Section title={t("measurement.quarter.by-department")}>
        {byDepartment.length === 0 ? (
          <Empty
            title={t("measurement.quarter.nothing-due")}
            action={<ButtonLink href="/pipeline">{t("measurement.quarter.to-cases")}</ButtonLink>}
          >
            {t("measurement.quarter.nothing-due-next")}
          </Empty>
        ) : (
          <ByDepartment rows={byDepartment} total={total} />
        )}
      </Section>
      {head.status !== "closed" && <Calendar {...calendar} />}
      <Late rows={byDepartment} />
      <Section title={t("measurement.quarter.by-evidence")} level={3}>
        <DataTable
          caption={t("measurement.quarter.by-evidence")}
          hideCaption
          rows={totals.grades}
          rowKey={(row) => row.grade}
          rowHref={(row) => `/dashboard/reports?quarter=${head.quarter}&evidence=${row.grade}`}
          totals
          columns={[
            {
              key: "grade",
              header: t("measurement.evidence"),
              cell: (row) => <EvidenceMark grade={row.grade} />,
              rowHeader: true,
            },
            {
              key: "amount",
              header: t("measurement.realised"),
              cell: (row) => money(row.amount),
              numeric: true,
              total: money(totals.realised),
            },
          ]}
        />
      </Section>
    </>
  );
}

function Calendar({ opensOn, remindsOn, escalatesOn }: CollectionCalendar) {
  const { t, date } = useSpeech();
  const [first = opensOn, second = opensOn] = remindsOn;
  const days = { opensOn: date(opensOn), first: date(first), second: date(second), escalatesOn: date(escalatesOn) };
  return <p className="hint">{t("measurement.quarter.calendar", days)}</p>;
}

function Steps({ head: { status, version }, missing }: { head: QuarterHead; missing: number }) {
  const { t } = useSpeech();
  if (status === "open") {
    return (
      <ConfirmForm
        label={t("measurement.quarter.collect")}
        consequence={t("measurement.quarter.collect-consequence")}
        submit={t("measurement.quarter.collect")}
        action="?index"
        intent="collect"
        fields={{ version }}
        variant="primary"
      />
    );
  }
  if (status === "collecting") {
    return (
      <ConfirmForm
        label={t("measurement.quarter.to-review")}
        consequence={t("measurement.quarter.to-review-consequence", { missing })}
        submit={t("measurement.quarter.to-review")}
        action="?index"
        intent="review"
        fields={{ version }}
        variant="primary"
      />
    );
  }
  return null;
}

function ByDepartment({ rows, total }: { rows: DepartmentProgress[]; total: Collection["total"] }) {
  const { t, tell, number } = useSpeech();
  const nameOf = (row: DepartmentProgress) => tell(row.department) || t("measurement.no-department");
  const count = (key: "due" | "reported" | "missing" | "waiting" | "sentBack" | "accepted") => ({
    key,
    header: t(`measurement.progress.${key}`),
    cell: (row: DepartmentProgress) => number(row[key]),
    numeric: true,
    short: true,
    total: number(total[key]),
  });
  return (
    <DataTable
      caption={t("measurement.quarter.by-department")}
      hideCaption
      rows={rows}
      rowKey={(row) => row.departmentId ?? 0}
      narrow="cards"
      totals
      columns={[
        { key: "department", header: t("measurement.department"), cell: nameOf, rowHeader: true },
        {
          key: "share",
          header: t("measurement.progress.share"),
          cell: (row) => (
            <Meter
              label={nameOf(row)}
              hideLabel
              value={row.reported}
              max={row.due}
              text={t("measurement.of", { part: number(row.reported), whole: number(row.due) })}
              tone={row.missing === 0 ? "good" : "warning"}
            />
          ),
        },
        count("missing"),
        count("waiting"),
        count("sentBack"),
        count("accepted"),
      ]}
    />
  );
}

/** The most behind of all departments; a house of thousands has more than anybody calls. */
const LATE_SHOWN = 50;

function Late({ rows }: { rows: DepartmentProgress[] }) {
  const { t, tell, number } = useSpeech();
  const all = rows.flatMap((row) => row.late.map((owner) => ({ ...owner, department: row.department })));
  if (all.length === 0) return null;
  const late = all.sort((a, b) => b.missing + b.sentBack - (a.missing + a.sentBack)).slice(0, LATE_SHOWN);
  return (
    <Section title={t("measurement.quarter.late")} lead={t("measurement.quarter.late-lead", { count: all.length })}>
      <Stack gap="tight">
        <DataTable<OwnerProgress & { department: DepartmentProgress["department"] }>
          caption={t("measurement.quarter.late")}
          hideCaption
          rows={late}
          rowKey={(row, index) => `${row.ownerId}-${index}`}
          columns={[
            { key: "owner", header: t("measurement.owner"), cell: (row) => row.owner, rowHeader: true },
            {
              key: "department",
              header: t("measurement.department"),
              cell: (row) => tell(row.department) || t("measurement.no-department"),
            },
            {
              key: "missing",
              header: t("measurement.progress.missing"),
              cell: (row) => number(row.missing),
              numeric: true,
            },
            {
              key: "sentBack",
              header: t("measurement.progress.sentBack"),
              cell: (row) => number(row.sentBack),
              numeric: true,
            },
          ]}
        />
        <Row>
          <span className="hint">
            {all.length > late.length && t("measurement.quarter.late-more", { count: all.length - late.length })}{" "}
            {t("measurement.quarter.late-hint")}
          </span>
        </Row>
      </Stack>
    </Section>
  );
}
