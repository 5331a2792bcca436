import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import type { Drawing } from "./chart-data";
import { chartParts } from "./chart-parts";
import type { TableRow } from "./chart-table";
import { DataTable } from "./table";

/** Longer tables are printed only when they were opened. */
const LONG = 50;

export interface ChartProps extends Drawing {
  note?: ReactNode;
  height?: "short" | "normal" | "tall";
  /** Shows the table from the start. */
  openTable?: boolean;
}

/**
 * Numbers as a table, which the browser also draws where it can: the canvas is made by enhance/chart.ts
 * from the JSON inside, in a frame that has its height from the start, so that without JavaScript there is the table and nothing else.
 */
export function Chart({ caption, description, format, note, height = "normal", openTable = false }: ChartProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { data, headers, rows, write } = chartParts({ caption, description, format }, speech);
  return (
    <figure className={`chart chart-${height}${rows.length > LONG ? " chart-long" : ""}`} data-enhance="chart">
      <figcaption>{caption}</figcaption>
      <div className="chart-canvas" />
      <details open={openTable || undefined}>
        <summary>{t("shell.chart.table")}</summary>
        <DataTable
          caption={caption}
          hideCaption
          rows={rows}
          rowKey={(_, index) => index}
          rowHref={(row) => row.href}
          columns={headers.map((header, column) => ({
            key: header,
            header,
            rowHeader: column === 0,
            numeric: column > 0,
            cell: (row: TableRow) => {
              const cell = row.cells[column - 1];
              if (!cell) return row.label;
              const words = write(cell.value);
              return cell.href ? <a href={cell.href}>{words}</a> : words;
            },
          }))}
        />
      </details>
      {note && <p className="hint">{note}</p>}
      <script
        type="application/json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a script's text is not HTML; «<» is escaped
        dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll("<", "\\u003c") }}
      />
    </figure>
  );
}
