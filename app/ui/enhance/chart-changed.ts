import type { ChartUpdate } from "../chart-parts";

/** Told to a chart's figure when the JSON inside it is another one. */
export const CHART_CHANGED = "chart-changed";

/** Gives a chart other numbers, its table first: what is drawn follows where it was drawn. */
export function changeChart(figure: Element, { data, rows }: ChartUpdate): void {
  const source = figure.querySelector('script[type="application/json"]');
  const table = figure.querySelector("table");
  const body = table?.tBodies[0];
  const said = JSON.stringify(data);
  if (!source || !table || !body || source.textContent === said) return;
  const heads = [...table.querySelectorAll("thead th")];
  body.replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement("tr");
      row.append(
        ...cells.map((text, column) => {
          const cell = document.createElement(column === 0 ? "th" : "td");
          if (column === 0) cell.setAttribute("scope", "row");
          cell.className = heads[column]?.className ?? "";
          cell.textContent = text;
          return cell;
        }),
      );
      return row;
    }),
  );
  source.textContent = said;
  figure.dispatchEvent(new Event(CHART_CHANGED));
}
