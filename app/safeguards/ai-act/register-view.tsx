import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Badge } from "#app/ui/mark";
import { FilterBar } from "#app/ui/navigation";
import { Empty, PageHeader, Row, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { isStage } from "#app/use-cases/stages";
import { REGISTER_CLASSES, type RegisterClass } from "./register";
import type { Deadline, RegisterRow } from "./register.server";

export interface RegisterView {
  rows: RegisterRow[];
  next: number | null;
  chosen: RegisterClass | null;
  counts: Record<RegisterClass, number>;
  /** Whether the deadlines are the reader's own. */
  mine: boolean;
  deadlines: (Deadline & { article: string; name: string; late: boolean })[];
}

/** All cases by their class under the AI Act, and what falls due next. */
export function Register({ rows, next, chosen, counts, mine, deadlines }: RegisterView) {
  const { t, tell, date, number } = useSpeech();
  const word = (one: RegisterClass) => t(one === "none" ? "ai-act.register.none" : `safeguards.ai-act-class.${one}`);
  const query = chosen ? `?class=${chosen}` : "";
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("registers.title"), href: "/registers" }, { label: t("ai-act.register") }]}
        title={t("ai-act.register")}
        lead={t("ai-act.register.lead")}
        actions={
          <Row>
            <ButtonLink href={`/registers/ai-act.csv${query}`}>{t("ai-act.register.csv")}</ButtonLink>
            <ButtonLink href={`/registers/ai-act.pdf${query}`}>{t("ai-act.register.pdf")}</ButtonLink>
          </Row>
        }
      />
      <FilterBar clear="/registers/ai-act">
        <Select
          name="class"
          label={t("ai-act.register.class")}
          empty={t("ai-act.register.all")}
          value={chosen}
          options={REGISTER_CLASSES.map((one) => ({ value: one, label: `${word(one)} (${number(counts[one])})` }))}
        />
      </FilterBar>
      <Section id="cases" keepPlace>
        {rows.length === 0 ? (
          <Empty title={t("ai-act.register.empty")}>{t("ai-act.register.empty.next")}</Empty>
        ) : (
          <DataTable
            caption={t("ai-act.register.cases")}
            hideCaption
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ reference }) => `/use-cases/${reference}/ai-act`}
            narrow="cards"
            columns={[
              { key: "reference", header: t("ai-act.register.reference"), cell: (row) => row.reference, width: "fit" },
              { key: "title", header: t("ai-act.register.title"), cell: (row) => tell(row.title), rowHeader: true },
              { key: "department", header: t("ai-act.register.department"), cell: (row) => tell(row.department) },
              {
                key: "stage",
                header: t("people.field.stage"),
                cell: (row) =>
                  t(row.stage && isStage(row.stage) ? `use-cases.stage.${row.stage}` : "use-cases.stage.unknown"),
              },
              {
                key: "class",
                header: t("ai-act.register.class"),
                cell: (row) =>
                  row.class ? (
                    <Badge tone={row.class === "prohibited" ? "bad" : row.class === "high" ? "warning" : "good"}>
                      {word(row.class)}
                    </Badge>
                  ) : (
                    word("none")
                  ),
              },
              { key: "confirmed", header: t("ai-act.register.confirmed-on"), cell: (row) => date(row.confirmedOn) },
              {
                key: "open",
                header: t("ai-act.register.open"),
                numeric: true,
                cell: (row) =>
                  row.overdue > 0 ? (
                    <Badge tone="bad">
                      {t("ai-act.register.open-overdue", { open: row.open, overdue: row.overdue })}
                    </Badge>
                  ) : (
                    number(row.open)
                  ),
              },
              { key: "due", header: t("ai-act.register.next-due"), cell: (row) => date(row.nextDue) },
            ]}
          />
        )}
        <Pager
          next={
            next === null
              ? undefined
              : `/registers/ai-act?${new URLSearchParams({ ...(chosen && { class: chosen }), after: String(next) })}`
          }
        />
      </Section>
      <Section
        id="deadlines"
        title={t(mine ? "ai-act.deadlines.mine" : "ai-act.deadlines")}
        lead={t("ai-act.deadlines.lead")}
        actions={
          <ButtonLink href={mine ? "/registers/ai-act#deadlines" : "/registers/ai-act?owner=me#deadlines"}>
            {t(mine ? "ai-act.deadlines.all" : "ai-act.deadlines.mine")}
          </ButtonLink>
        }
      >
        {deadlines.length === 0 ? (
          <Empty title={t("ai-act.deadlines.none")}>{t("ai-act.deadlines.none.next")}</Empty>
        ) : (
          <DataTable
            caption={t("ai-act.deadlines")}
            hideCaption
            rows={deadlines}
            rowKey={({ id }) => id}
            rowHref={({ reference, id }) => `/use-cases/${reference}/ai-act#obligation-${id}`}
            narrow="cards"
            columns={[
              {
                key: "due",
                header: t("ai-act.due-on"),
                width: "fit",
                cell: (row) =>
                  row.late ? (
                    <Badge tone="bad">{t("ai-act.was-due", { date: date(row.dueOn) })}</Badge>
                  ) : (
                    date(row.dueOn)
                  ),
              },
              {
                key: "what",
                header: t("ai-act.column.what"),
                cell: (row) => `${row.article} · ${row.name}`,
                rowHeader: true,
              },
              {
                key: "case",
                header: t("ai-act.register.reference"),
                cell: (row) => `${row.reference} ${tell(row.title)}`,
              },
              { key: "owner", header: t("ai-act.owner"), cell: (row) => row.owner ?? t("ai-act.no-owner") },
            ]}
          />
        )}
      </Section>
    </>
  );
}
