import { EVIDENCE_GRADES, type Evidence } from "#app/kernel/evidence";
import { currencyDigits, type Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { SheetCell } from "#app/kernel/sheet";
import type { When } from "#app/kernel/when";
import type { Speech } from "#app/locales/speech";
import { WHOLE_SHARE } from "#app/measurement/shares";
import type { Sheet } from "#app/use-cases/list/export.server";
import type { Reader } from "#db/client.server";
import { whyInWords } from "../changes/account";
import type { ChangeKind } from "../changes/changes";
import { readChanges } from "../changes/read-changes.server";
import { readCasesBehind, readCostsBehind, readReportsBehind } from "../drill-down.server";
import type { Filters } from "../filters";
import { readReconciliation } from "../reconciliation.server";
import { type FigureRow, readFigures } from "./figures.server";
import type { FigureView } from "./views";

/** Rows that are read at once: how many there are costs no memory. */
const BATCH = 500;

export interface FigureInput {
  filters: Filters;
  kind: ChangeKind | null;
  speech: Speech;
  when: When;
  fiscalFirstMonth: number;
}

interface Column<Row> {
  header: string;
  cell(row: Row): SheetCell;
}

/** The pages of a list, one after the other. */
async function* pages<Row>(read: (cursor: string | null) => Promise<{ rows: Row[]; next: string | null }>) {
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const { rows, next } = await read(cursor);
    yield rows;
    cursor = next;
  }
}

/** What a page of the dashboard shows, as a file: each row says as of which day, so that it still does when it is copied. */
export function figureSheet(db: Reader, view: FigureView, input: FigureInput): Sheet {
  const { filters, kind, speech, when, fiscalFirstMonth } = input;
  const { t, tell, currency, locale } = speech;
  const unit = currencyDigits(currency);
  const text = (said: string | null | undefined): SheetCell => (said ? { text: said } : null);
  const number = (value: number | null, digits = 6): SheetCell => (value === null ? null : { number: value, digits });
  const whole = (value: number): SheetCell => number(value, 0);
  const share = (value: number | null): SheetCell => (value === null ? null : { share: value });

  const column = <Row>(header: string, cell: (row: Row) => SheetCell): Column<Row> => ({ header, cell });
  const money = <Row>(header: string, of: (row: Row) => Minor | null | undefined): Column<Row> => ({
    header: `${header} (${currency})`,
    cell: (row) => {
      const amount = of(row);
      return amount === null || amount === undefined ? null : number(amount / 10 ** unit, unit);
    },
  });
  const quarterly = <Row extends { quarter: Quarter }>() =>
    column<Row>(t("measurement.quarter"), (row) => text(row.quarter));
  const named = <Row extends { reference: string; title: Parameters<Speech["tell"]>[0] }>() => [
    column<Row>(t("measurement.use-case"), (row) => text(row.reference)),
    column<Row>(t("use-cases.field.title"), (row) => text(tell(row.title))),
  ];
  const sheet = <Row>(batches: AsyncIterable<readonly Row[]>, columns: readonly Column<Row>[]): Sheet => ({
    name: t(`portfolio.file.${view}`),
    locale,
    header: [...columns.map(({ header }) => header), t("portfolio.file.as-of")],
    rows: (async function* () {
      for await (const rows of batches) {
        yield rows.map((row) => [...columns.map(({ cell }) => cell(row)), { day: when.today }]);
      }
    })(),
  });
  const grade = (evidence: Evidence) => {
    const name = EVIDENCE_GRADES.find((one) => one.grade === evidence)?.name ?? "declared";
    return t(`measurement.evidence.${name}`);
  };

  switch (view) {
    case "figures":
      return sheet(
        pages(async () => ({ rows: await readFigures(db, filters), next: null })),
        [
          quarterly(),
          column(t("measurement.department"), ({ departmentId, name }) =>
            text(departmentId === 0 ? t("measurement.no-department") : tell(name)),
          ),
          money(t("measurement.realised"), ({ realised }) => realised),
          ...EVIDENCE_GRADES.map(({ grade: at, name }) =>
            money<FigureRow>(t(`measurement.evidence.${name}`), ({ grades }) => grades[at]),
          ),
          money(t("portfolio.proven"), ({ proven }) => proven),
          column(t("portfolio.proven-share"), ({ provenShare }) => share(provenShare)),
          money(t("portfolio.cost"), ({ cost }) => cost),
          money(t("portfolio.run-cost-only"), ({ runCost }) => runCost),
          column(t("portfolio.quarter-roi"), ({ roi }) => share(roi)),
          column(t("portfolio.proven-roi"), ({ provenRoi }) => share(provenRoi)),
          money(t("portfolio.forecast"), ({ forecast }) => forecast),
          money(t("portfolio.forecast-cost"), ({ forecastCost }) => forecastCost),
          column(t("portfolio.kept"), ({ kept }) => share(kept)),
          column(t("portfolio.file.reports-count"), ({ reports }) => whole(reports)),
        ],
      );
    case "reports":
      return sheet(
        pages((cursor) => readReportsBehind(db, filters, cursor, BATCH)),
        [
          quarterly(),
          ...named(),
          column(t("measurement.department"), (row) => text(tell(row.department))),
          column(t("measurement.kpi"), (row) => text(tell(row.kpi))),
          column(t("measurement.actual"), (row) => number(row.actual)),
          column(t("portfolio.file.unit"), (row) => text(row.unit)),
          column(t("measurement.evidence"), (row) => text(grade(row.evidence))),
          column(t("measurement.review"), (row) => text(t(`measurement.review.${row.review}`))),
          column(t("measurement.reporter"), (row) => text(row.owner)),
          column(t("measurement.share"), (row) => share(row.realised === null ? null : row.share / WHOLE_SHARE)),
          money(t("measurement.realised"), (row) => row.realised),
        ],
      );
    case "costs":
      return sheet(
        pages((cursor) => readCostsBehind(db, filters, cursor, BATCH)),
        [
          quarterly(),
          ...named(),
          column(t("measurement.cost.kind"), (row) => text(t(`measurement.cost.${row.kind}`))),
          column(t("measurement.note"), (row) => text(tell(row.note))),
          column(t("portfolio.file.entered-by"), (row) => text(row.enteredBy)),
          column(t("portfolio.entered"), (row) => ({ day: row.enteredOn })),
          money(t("measurement.cost.amount"), (row) => row.amount),
        ],
      );
    case "cases":
      return sheet(
        pages((cursor) => readCasesBehind(db, filters, cursor, BATCH)),
        [
          ...named(),
          money(t("portfolio.forecast"), (row) => row.forecast),
          money(t("measurement.realised"), (row) => row.realised),
          money(t("portfolio.forecast-cost"), (row) => row.forecastCost),
          money(t("portfolio.cost"), (row) => row.cost),
        ],
      );
    case "changes": {
      const { quarter, departmentId } = filters;
      const at = { current: when.quarter, fiscalFirstMonth };
      return sheet(
        pages(async (after) => {
          const found = await readChanges(db, { quarter, departmentId, kind, after }, at);
          return { rows: found.cases.map((row) => ({ ...row, quarter: found.quarter })), next: found.next };
        }),
        [
          quarterly(),
          ...named(),
          column(t("changes.kind"), (row) => text(t(`changes.kind.${row.kind}`))),
          money(t("changes.before"), (row) => row.before),
          money(t("changes.now"), (row) => row.now),
          money(t("changes.difference"), (row) => row.difference),
          column(t("changes.why"), (row) => text(whyInWords(row, speech))),
        ],
      );
    }
    case "reconciliation":
      return sheet(
        pages(async () => ({ rows: await readReconciliation(db), next: null })),
        [
          quarterly(),
          ...(["realised", "cost"] as const).flatMap((of) =>
            (["rows", "by-case", "rollups", "dashboard"] as const).map((way, at) =>
              money<Awaited<ReturnType<typeof readReconciliation>>[number]>(
                `${t(of === "cost" ? "portfolio.cost" : "measurement.realised")}: ${t(`portfolio.way.${way}`)}`,
                (row) => row[of][at],
              ),
            ),
          ),
          column(t("portfolio.agree"), (row) => text(t(row.agree ? "desk.yes" : "desk.no"))),
        ],
      );
  }
}
