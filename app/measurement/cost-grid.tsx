import { type Rejection, useForm } from "#app/answer";
import { ConflictPanel, typedAmount } from "#app/conflict";
import { optionalAmount } from "#app/kernel/input";
import type { Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { AmountField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { FilterBar } from "#app/ui/navigation";
import { Empty, Notice, Section, Stack } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import type { CostGrid } from "./cost-grid.server";
import { ENTERED_KINDS } from "./postings";

/** What each case cost in a quarter: a row a case, a column a kind. Only changed cells are written. */
export function CostGridView({ grid, quarter, locked }: { grid: CostGrid; quarter: Quarter; locked: boolean }) {
  const { t, tell, quarter: say } = useSpeech();
  const { rows, departments, departmentId, next } = grid;
  return (
    <Section title={t("measurement.costs")} lead={t("measurement.costs.grid-lead")}>
      {(rows.length > 0 || departmentId !== null) && (
        <FilterBar clear={departmentId === null ? null : `/quarter/${quarter}/costs`}>
          <Select
            name="department"
            label={t("measurement.department")}
            empty={t("measurement.all-departments")}
            options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
            value={departmentId === null ? "" : String(departmentId)}
          />
        </FilterBar>
      )}
      {locked && <Notice tone="info">{t("measurement.refusal.closed-cost", { quarter: say(quarter) })}</Notice>}
      {rows.length === 0 ? (
        <Empty
          title={t("measurement.costs.no-cases")}
          action={<ButtonLink href="/pipeline">{t("measurement.quarter.to-cases")}</ButtonLink>}
        >
          {t("measurement.costs.no-cases-next")}
        </Empty>
      ) : (
        <Grid rows={rows} locked={locked} />
      )}
      {rows.length > 0 && (
        <Pager
          next={
            next
              ? `?${new URLSearchParams({ ...(departmentId ? { department: String(departmentId) } : {}), after: String(next) })}`
              : null
          }
          summary={t("measurement.costs.shown", { count: rows.length })}
        />
      )}
    </Section>
  );
}

type Row = CostGrid["rows"][number];

/** Whether a cell was changed since it was shown: the others follow what is stored. */
function isTouched(typed: Rejection["typed"], name: string, currency: string): boolean {
  const [row, index, kind] = name.split(".");
  const read = optionalAmount(currency).safeParse(typed[name] ?? "");
  return !read.success || String(read.data ?? "") !== (typed[`${row}.${index}.shown.${kind}`] ?? "");
}

/** The changed cells that hold something else by now. */
function GridConflict({ rows, typed }: { rows: Row[] } & Pick<Rejection, "typed">) {
  const speech = useSpeech();
  const { t, money, currency } = speech;
  const cells = rows.flatMap((row, index) =>
    ENTERED_KINDS.map((kind) => ({ row, kind, name: `rows.${index}.${kind}` })),
  );
  return (
    <ConflictPanel
      fields={cells
        .filter(({ name }) => name in typed && isTouched(typed, name, currency))
        .map(({ row, kind, name }) => ({
          label: `${row.reference} · ${t(`measurement.cost.${kind}`)}`,
          yours: typedAmount(speech, typed[name]),
          theirs: money(row.amounts[kind]),
        }))}
    />
  );
}

function Grid({ rows, locked }: { rows: CostGrid["rows"]; locked: boolean }) {
  const { t, tell, money, currency } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  const typedIn = (name: string) =>
    rejection && isTouched(rejection.typed, name, currency) ? rejection.typed[name] : null;
  const at = new Map(rows.map((row, index) => [row.id, index]));
  const nameOf = (id: number, kind: string) => `rows.${at.get(id)}.${kind}`;
  return (
    <form method="post" className="form form-wide">
      {rejection?.stale ? (
        <GridConflict rows={rows} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
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
                <a className="unbroken" href={`/use-cases/${row.reference}/kpis#costs`}>
                  {row.reference}
                </a>
                <span>{tell(row.title)}</span>
                {row.mayWrite && !locked && (
                  <>
                    <input type="hidden" name={nameOf(row.id, "useCaseId")} value={row.id} />
                    {ENTERED_KINDS.map((kind) => (
                      <Hidden
                        key={kind}
                        values={{
                          [nameOf(row.id, `shown.${kind}`)]: row.amounts[kind] ?? "",
                          [nameOf(row.id, `version.${kind}`)]: row.versions[kind],
                        }}
                      />
                    ))}
                  </>
                )}
              </Stack>
            ),
          },
          ...ENTERED_KINDS.map((kind) => ({
            key: kind,
            header: t(`measurement.cost.${kind}`),
            numeric: true,
            cell: (row: CostGrid["rows"][number]) =>
              row.mayWrite && !locked ? (
                <AmountField
                  {...field(nameOf(row.id, kind))}
                  value={typedIn(nameOf(row.id, kind))}
                  amount={row.amounts[kind]}
                  label={`${row.reference} ${t(`measurement.cost.${kind}`)}`}
                  hideLabel
                />
              ) : (
                money(row.amounts[kind])
              ),
          })),
          {
            key: "incident",
            header: t("measurement.cost.incident"),
            numeric: true,
            cell: (row) =>
              row.amounts.incident === null ? (
                money(null)
              ) : (
                <a href={`/use-cases/${row.reference}/risks#incidents`}>{money(row.amounts.incident)}</a>
              ),
          },
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
