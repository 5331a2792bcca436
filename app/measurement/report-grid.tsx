import { useForm } from "#app/answer";
import { EVIDENCE_GRADES } from "#app/kernel/evidence";
import { movementOf } from "#app/kernel/trend";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { NumberField, TextField } from "#app/ui/field";
import { Trend } from "#app/ui/figure";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Badge, Sparkline } from "#app/ui/mark";
import { Notice, Stack } from "#app/ui/page";
import { type Column, DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { EvidenceMark, ReviewBadge } from "./evidence-mark";
import { GridConflict, shownIn } from "./report-conflict";
import type { GridKpi, ReportGrid } from "./report-grid.server";
import { isTouched, rowShown } from "./report-grid-input";

/** The quarterly grid: one form, a row a KPI, everything that is known beside the empty field. */
export function ReportGridView({ quarter, rows, next, scope }: ReportGrid) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm();
  const at = new Map(rows.map((row, index) => [row.id, index]));
  const open = rows.filter((row) => row.report?.review !== "accepted");
  const typedIn = (kpi: GridKpi) => (name: string) => rejection?.typed[`rows.${at.get(kpi.id)}.${name}`] ?? "";
  // A row that was left as it was shown follows what is stored by now.
  const touched = rejection ? open.filter((kpi) => isTouched(typedIn(kpi))) : [];
  const cell = (kpi: GridKpi, name: string, stored: string | number | null | undefined) => {
    const full = `rows.${at.get(kpi.id)}.${name}`;
    return { ...field(full), value: (touched.includes(kpi) ? rejection?.typed[full] : null) ?? stored ?? "" };
  };
  return (
    <form method="post" className="form form-wide">
      <GridWords />
      {rejection?.stale ? (
        <GridConflict rows={touched} typedIn={typedIn} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <Hidden values={{ quarter }} />
      <DataTable
        caption={t("measurement.report.grid")}
        hideCaption
        narrow="cards"
        enhance="report-grid"
        rows={rows}
        rowKey={(kpi) => kpi.id}
        columns={columnsOf(cell, t)}
      />
      <Pager
        next={next ? `?quarter=${quarter}&scope=${scope}&after=${next}` : null}
        summary={t("measurement.report.shown", { count: rows.length })}
      />
      {open.length > 0 && (
        <FormActions sticky>
          <Button>{t("measurement.report.save")}</Button>
        </FormActions>
      )}
    </form>
  );
}

type Cell = (
  kpi: GridKpi,
  name: string,
  stored: string | number | null | undefined,
) => { name: string; value: string | number; error: string | undefined };

function columnsOf(cell: Cell, t: Speech["t"]): Column<GridKpi>[] {
  return [
    { key: "kpi", header: t("measurement.kpi"), cell: (kpi) => <KpiCell kpi={kpi} cell={cell} />, rowHeader: true },
    { key: "last", header: t("measurement.last"), cell: (kpi) => <LastCell kpi={kpi} />, numeric: true },
    { key: "actual", header: t("measurement.actual"), cell: (kpi) => <ActualCell kpi={kpi} cell={cell} /> },
    { key: "evidence", header: t("measurement.evidence"), cell: (kpi) => <ProofCell kpi={kpi} cell={cell} /> },
    { key: "words", header: t("measurement.report.words"), cell: (kpi) => <WordsCell kpi={kpi} cell={cell} /> },
  ];
}

const isLocked = (kpi: GridKpi) => kpi.report?.review === "accepted";

interface CellProps {
  kpi: GridKpi;
  cell: Cell;
}

function KpiCell({ kpi, cell }: CellProps) {
  const { t, tell, date } = useSpeech();
  return (
    <Stack gap="tight">
      <span>
        {kpi.report ? <a href={`/report/${kpi.report.id}`}>{tell(kpi.name)}</a> : tell(kpi.name)}{" "}
        {kpi.isGuardrail && <Badge tone="accent">{t("measurement.guardrail")}</Badge>}
      </span>
      <a className="hint" href={`/use-cases/${kpi.reference}/kpis`}>
        <Unbroken>
          {kpi.reference} · {tell(kpi.title)}
        </Unbroken>
      </a>
      {kpi.pausedOn && <Badge tone="warning">{t("incidents.grid-paused", { date: date(kpi.pausedOn) })}</Badge>}
      {kpi.report && <ReviewBadge review={kpi.report.review} />}
      {kpi.report?.review === "sent-back" && <span>{tell(kpi.report.reviewNote)}</span>}
      {!isLocked(kpi) && (
        <>
          <input type="hidden" name={cell(kpi, "kpiId", null).name} value={kpi.id} />
          <input type="hidden" name={cell(kpi, "version", null).name} value={kpi.report?.version ?? ""} />
          <input type="hidden" name={cell(kpi, "was", null).name} value={rowShown(shownIn(kpi, tell))} />
        </>
      )}
    </Stack>
  );
}

function LastCell({ kpi }: { kpi: GridKpi }) {
  const { t, number, quarter } = useSpeech();
  const { last, unit, target, history } = kpi;
  return (
    <Stack gap="tight">
      <span>{last ? `${number(last.actual)} ${unit}` : number(null)}</span>
      {last && <span className="hint">{quarter(last.quarter)}</span>}
      {target !== null && (
        <span className="hint">{t("measurement.target-is", { target: `${number(target)} ${unit}` })}</span>
      )}
      {history.length > 1 && (
        <Sparkline
          values={history}
          target={target}
          label={t("measurement.sparkline", {
            first: number(history[0]),
            last: number(history.at(-1)),
            count: history.length,
          })}
        />
      )}
    </Stack>
  );
}

function ActualCell({ kpi, cell }: CellProps) {
  const { t, tell, number } = useSpeech();
  const { report, unit, last } = kpi;
  if (report && isLocked(kpi)) {
    return <span>{report.actual === null ? tell(report.unavailableBecause) : `${number(report.actual)} ${unit}`}</span>;
  }
  const same = cell(kpi, "same", null);
  return (
    <Stack gap="tight">
      <NumberField
        {...cell(kpi, "actual", shownIn(kpi, tell).actual)}
        label={t("measurement.value-of", { name: tell(kpi.name) })}
        hideLabel
        unit={unit}
        data-expected={JSON.stringify(held(kpi))}
      />
      {!report && last && (
        <Checkbox
          name={same.name}
          error={same.error}
          checked={same.value === "yes"}
          label={
            <>
              {t("measurement.report.same")}
              <span className="visually-hidden"> ({tell(kpi.name)})</span>
            </>
          }
        />
      )}
      <Moved kpi={kpi} />
    </Stack>
  );
}

/** What a value of the KPI is held against, as the script of the grid reads it. */
const held = ({ last, unit, baseline, target, direction }: GridKpi) => ({
  last: last?.actual ?? null,
  unit,
  baseline,
  target,
  direction,
});

/** How the value that is stored moved since the last one. */
function Moved({ kpi }: { kpi: GridKpi }) {
  const { t, number } = useSpeech();
  const moved = movementOf(kpi.report?.actual ?? null, kpi.last?.actual ?? null, kpi.direction);
  if (!moved) return <output className="hint" data-check />;
  const { tone, direction, difference } = moved;
  return (
    <output className="hint" data-check>
      <Trend
        tone={tone}
        direction={direction}
        text={t("measurement.report.moved", { difference: `${difference > 0 ? "+" : ""}${number(difference, 2)}` })}
      />
    </output>
  );
}

/** The sentences that the script of the grid says. */
function GridWords() {
  const { t } = useSpeech();
  return (
    <template
      data-grid-words
      data-good={t("shell.trend.good")}
      data-bad={t("shell.trend.bad")}
      data-flat={t("shell.trend.flat")}
      data-moved={t("measurement.report.moved", { difference: "{difference}" })}
      data-sign={t("measurement.refusal.implausible.sign")}
      data-tenfold={t("measurement.refusal.implausible.tenfold")}
      data-unit={t("measurement.refusal.implausible.unit")}
      data-pasted={t("measurement.report.pasted", { cells: "{cells}" })}
    />
  );
}

function ProofCell({ kpi, cell }: CellProps) {
  const { t, tell } = useSpeech();
  const { report } = kpi;
  if (report && isLocked(kpi)) return <EvidenceMark grade={report.evidence} />;
  const shown = shownIn(kpi, tell);
  const grade = cell(kpi, "evidence", shown.evidence);
  const source = cell(kpi, "source", shown.source);
  return (
    <Stack gap="tight">
      <Select
        {...grade}
        value={String(grade.value)}
        label={t("measurement.evidence-of", { name: tell(kpi.name) })}
        hideLabel
        width="short"
        options={EVIDENCE_GRADES.slice(0, 3).map(({ grade: value, name }) => ({
          value: String(value),
          label: t(`measurement.evidence.${name}`),
        }))}
      />
      <TextField
        {...source}
        value={String(source.value)}
        label={t("measurement.source-of", { name: tell(kpi.name) })}
        hideLabel
        width="medium"
        placeholder={t("measurement.source")}
      />
    </Stack>
  );
}

function WordsCell({ kpi, cell }: CellProps) {
  const { t, tell } = useSpeech();
  const { words: stored } = shownIn(kpi, tell);
  if (isLocked(kpi)) return <>{stored}</>;
  const words = cell(kpi, "words", stored);
  return (
    <TextField
      {...words}
      value={String(words.value)}
      label={t("measurement.words-of", { name: tell(kpi.name) })}
      hideLabel
      width="medium"
      placeholder={t("measurement.report.words")}
    />
  );
}
