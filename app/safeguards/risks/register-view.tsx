import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Figure, FigureGrid } from "#app/ui/figure";
import { HeatGrid } from "#app/ui/heat-grid";
import { Badge, Tag } from "#app/ui/mark";
import { FilterBar } from "#app/ui/navigation";
import { CardGrid, Empty, PageHeader, Panel, Row, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { LEVEL_TONES, LevelBadge } from "./marks";
import { OF_ORGANISATION, RISK_SHOWN, type RiskQuery, riskAddress } from "./register";
import type { MatrixCell, RegisteredRisk } from "./register.server";
import { levelOf, MARKS, placeOfRisk, RISK_CATEGORIES, RISK_LEVELS } from "./risk";

export interface RiskRegisterView {
  query: RiskQuery;
  rows: RegisteredRisk[];
  next: string | null;
  /** Whether who reads it may write a risk of the organisation itself. */
  mayAdd: boolean;
  matrix: { inherent: MatrixCell[]; residual: MatrixCell[]; total: number; untold: number; overdue: number };
  filters: { departments: { id: number; name: Told }[]; owners: { id: number; name: string }[] };
}

function Matrix({ of, cells, query }: { of: "inherent" | "residual"; cells: MatrixCell[]; query: RiskQuery }) {
  const { t, number } = useSpeech();
  const asked = { ...query, after: null, matrix: of === "residual" ? ("residual" as const) : null };
  return (
    <HeatGrid
      caption={t(`risks.${of}`)}
      across={t("risks.field.likelihood")}
      up={t("risks.field.impact")}
      columns={MARKS.map((mark) => ({ mark: number(mark), words: t(`risks.anchor.likelihood.${mark}`) }))}
      rows={[...MARKS].reverse().map((impact) => ({
        mark: number(impact),
        words: t(`risks.short.impact.${impact}`),
        cells: MARKS.map((likelihood) => {
          const count = cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact)?.risks ?? 0;
          const level = levelOf(likelihood * impact);
          return {
            count,
            tone: LEVEL_TONES[level],
            label: t("risks.cell", { likelihood, impact, level: t(`risks.level.${level}`), count }),
            href: riskAddress({ ...asked, likelihood, impact }),
          };
        }),
      }))}
    />
  );
}

function Filters({ query, filters }: Pick<RiskRegisterView, "query" | "filters">) {
  const { t, tell } = useSpeech();
  return (
    <FilterBar clear="/registers/risks">
      <Select
        name="department"
        label={t("risks.column.department")}
        empty={t("measurement.all-departments")}
        value={query.department === null ? "" : String(query.department)}
        options={[
          { value: OF_ORGANISATION, label: t("risks.of-organisation") },
          ...filters.departments.map(({ id, name }) => ({ value: String(id), label: tell(name) })),
        ]}
      />
      <Select
        name="owner"
        label={t("risks.field.ownerId")}
        empty={t("risks.everybody")}
        value={query.owner === null ? "" : String(query.owner)}
        options={filters.owners.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Select
        name="level"
        label={t("risks.column.level")}
        empty={t("risks.all")}
        value={query.level}
        options={RISK_LEVELS.map((value) => ({ value, label: t(`risks.level.${value}`) }))}
      />
      <Select
        name="category"
        label={t("risks.field.category")}
        empty={t("risks.all")}
        value={query.category}
        options={RISK_CATEGORIES.map((value) => ({ value, label: t(`risks.category.${value}`) }))}
      />
      <Select
        name="review"
        label={t("risks.field.reviewOn")}
        empty={t("risks.all")}
        value={query.review}
        options={[{ value: "overdue", label: t("risks.review.overdue") }]}
      />
      <Select
        name="state"
        label={t("risks.column.state")}
        value={query.state}
        options={RISK_SHOWN.map((value) => ({ value, label: t(`risks.state.${value}`) }))}
      />
    </FilterBar>
  );
}

/** The risks of every case: where they stand, which are due for a look, and the way to each. */
export function RiskRegister({ query, rows, next, matrix, filters, mayAdd }: RiskRegisterView) {
  const { t, tell, date, number } = useSpeech();
  const cell = query.likelihood !== null && query.impact !== null;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("registers.title"), href: "/registers" }, { label: t("risks.register") }]}
        title={t("risks.register")}
        lead={t("risks.register.lead")}
        actions={
          <>
            {mayAdd && (
              <ButtonLink href="/registers/risks/new" variant="primary">
                {t("risks.add-own")}
              </ButtonLink>
            )}
            <ButtonLink href={riskAddress({ ...query, after: null }, "/registers/risks.csv")}>
              {t("risks.csv")}
            </ButtonLink>
          </>
        }
      />
      <Filters query={query} filters={filters} />
      <FigureGrid label={t("risks.figures")}>
        <Figure label={t("risks.figure.count")} value={number(matrix.total)} />
        <Figure
          label={t("risks.figure.overdue")}
          value={number(matrix.overdue)}
          href={riskAddress({ ...query, after: null, review: "overdue" })}
        />
        <Figure label={t("risks.figure.untold")} value={number(matrix.untold)} note={t("risks.figure.untold.note")} />
      </FigureGrid>
      {matrix.total > 0 && (
        <Section id="matrix" title={t("risks.matrix")} lead={t("risks.matrix.lead")}>
          <CardGrid size="wide">
            <Panel>
              <Matrix of="inherent" cells={matrix.inherent} query={query} />
            </Panel>
            <Panel>
              <Matrix of="residual" cells={matrix.residual} query={query} />
            </Panel>
          </CardGrid>
        </Section>
      )}
      <Section id="risks" title={t("risks.list")} keepPlace>
        {cell && (
          <Row>
            <Tag removeHref={riskAddress({ ...query, after: null, likelihood: null, impact: null, matrix: null })}>
              {t(query.matrix === "residual" ? "risks.in-cell.residual" : "risks.in-cell", {
                likelihood: query.likelihood ?? 0,
                impact: query.impact ?? 0,
              })}
            </Tag>
          </Row>
        )}
        {rows.length === 0 ? (
          <Empty title={t("risks.empty")}>{t("risks.empty.next")}</Empty>
        ) : (
          <DataTable
            caption={t("risks.list")}
            hideCaption
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ reference, id }) => placeOfRisk(reference, id)}
            narrow="cards"
            columns={[
              {
                key: "level",
                header: t("risks.column.level"),
                cell: (row) => <LevelBadge score={row.score} />,
                width: "fit",
              },
              { key: "title", header: t("risks.column.risk"), cell: (row) => tell(row.title), rowHeader: true },
              {
                key: "case",
                header: t("risks.column.case"),
                cell: (row) =>
                  row.reference === null ? t("risks.of-organisation") : `${row.reference} ${tell(row.useCaseTitle)}`,
              },
              {
                key: "category",
                header: t("risks.field.category"),
                cell: (row) => t(`risks.category.${row.category}`),
              },
              { key: "owner", header: t("risks.field.ownerId"), cell: (row) => row.owner },
              {
                key: "mitigation",
                header: t("risks.mitigation"),
                cell: (row) =>
                  t(
                    row.mitigationDoneOn
                      ? "risks.mitigation.done"
                      : row.mitigation
                        ? "risks.mitigation.planned"
                        : "risks.mitigation.none",
                  ),
              },
              {
                key: "review",
                header: t("risks.field.reviewOn"),
                width: "fit",
                cell: (row) =>
                  row.overdue ? (
                    <Badge tone="bad">{t("risks.overdue", { date: date(row.reviewOn) })}</Badge>
                  ) : (
                    date(row.reviewOn)
                  ),
              },
            ]}
          />
        )}
        <Pager
          next={next === null ? undefined : riskAddress({ ...query, after: next })}
          summary={t("risks.shown", { count: rows.length })}
        />
      </Section>
    </>
  );
}
