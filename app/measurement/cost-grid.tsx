import { useForm } from "#app/answer";
import type { Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField } from "#app/ui/field";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { FilterBar } from "#app/ui/navigation";
import { Empty, Notice, Section, Stack } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import type { CostGrid } from "./cost-grid.server";
import { COST_KINDS } from "./postings";

/** What each case cost in a quarter: a row a case, a column a kind. Only changed cells are written. */
export function CostGridView({ grid, quarter, locked }: { grid: CostGrid; quarter: Quarter; locked: boolean }) {
  const { t, tell, quarter: say } = useSpeech();
  const { rows, departments, departmentId, next } = grid;
  return (
    <Section title={t("measurement.costs")} lead={t("measurement.costs.grid-lead")}>
      <FilterBar clear={departmentId === null ? null : `/quarter/${quarter}/costs`}>
        <Select
          name="department"
          label={t("measurement.department")}
          empty={t("measurement.all-departments")}
          options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
          value={departmentId === null ? "" : String(departmentId)}
        />
      </FilterBar>
      {locked && <Notice tone="info">{t("measurement.refusal.closed-cost", { quarter: say(quarter) })}</Notice>}
      {rows.length === 0 ? (
        <Empty title={t("measurement.costs.no-cases")}>{t("measurement.costs.no-cases-next")}</Empty>
      ) : (
        <Grid rows={rows} locked={locked} />
      )}
      <Pager
        next={
          next
            ? `?${new URLSearchParams({ ...(departmentId ? { department: String(departmentId) } : {}), after: String(next) })}`
            : null
        }
        summary={t("measurement.costs.shown", { count: rows.length })}
      />
    </Section>
  );
}

function Grid({ rows, locked }: { rows: CostGrid["rows"]; locked: boolean }) {
  const { t, tell, money } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  const at = new Map(rows.map((row, index) => [row.id, index]));
  const nameOf = (id: number, kind: string) => `rows.${at.get(id)}.${kind}`;
  return (
    <form method="post" className="form form-wide">
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <DataTable
        caption={t("measurement.costs")}
        hideCaption
        wide
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "case",
            header: t("measurement.use-case"),
            rowHeader: true,
            cell: (row) => (
              <Stack gap="tight">
                <a href={`/use-cases/${row.reference}/kpis#costs`}>{row.reference}</a>
                <span>{tell(row.title)}</span>
                {row.mayWrite && !locked && (
                  <>
                    <input type="hidden" name={nameOf(row.id, "useCaseId")} value={row.id} />
                    {COST_KINDS.map((kind) => (
                      <input
                        key={kind}
                        type="hidden"
                        name={nameOf(row.id, `shown.${kind}`)}
                        value={row.amounts[kind] ?? ""}
                      />
                    ))}
                  </>
                )}
              </Stack>
            ),
          },
          ...COST_KINDS.map((kind) => ({
            key: kind,
            header: t(`measurement.cost.${kind}`),
            numeric: true,
            cell: (row: CostGrid["rows"][number]) =>
              row.mayWrite && !locked ? (
                <AmountField
                  {...field(nameOf(row.id, kind))}
                  value={rejection?.typed[nameOf(row.id, kind)] ?? null}
                  amount={row.amounts[kind]}
                  label={`${row.reference} ${t(`measurement.cost.${kind}`)}`}
                  hideLabel
                />
              ) : (
                money(row.amounts[kind])
              ),
          })),
          { key: "total", header: t("measurement.total"), numeric: true, cell: (row) => money(row.total) },
        ]}
      />
      {!locked && rows.some(({ mayWrite }) => mayWrite) && (
        <FormActions>
          <Button>{t("measurement.costs.save")}</Button>
        </FormActions>
      )}
    </form>
  );
}
