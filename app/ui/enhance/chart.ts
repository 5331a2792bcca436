import {
  BarController,
  BarElement,
  BubbleController,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { configOf, fitted, heightOf } from "./chart-config";
import { readInks } from "./chart-paint";
import { pointsOf } from "./chart-words";

Chart.register(
  BarController,
  BarElement,
  BubbleController,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Draws the chart of a `<figure data-enhance="chart">` from the JSON inside it, above its table. */
export default function enhance(figure: HTMLElement): void {
  const source = figure.querySelector('script[type="application/json"]')?.textContent;
  const table = figure.querySelector("[data-chart-table]");
  if (!source || !table) return;
  const width = figure.clientWidth;
  const json = fitted(JSON.parse(source), width);
  const frame = document.createElement("div");
  frame.className = "chart-canvas";
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${json.caption}. ${json.keys}`);
  const announcement = document.createElement("p");
  announcement.className = "chart-announcement visually-hidden";
  announcement.setAttribute("role", "status");
  frame.append(canvas);
  table.before(frame, announcement);
  frame.style.minBlockSize = `${heightOf(json, width)}px`;

  let chart = new Chart(canvas, configOf(json, readInks(figure)));
  const redraw = () => {
    chart.destroy();
    chart = new Chart(canvas, configOf(json, readInks(figure)));
  };
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  // Paper is white: a chart drawn in the dark would be unreadable on it.
  matchMedia("print").addEventListener("change", redraw);
  addEventListener("beforeprint", redraw);

  const points = pointsOf(json);
  const find = (dataset: number, index: number) =>
    points.find((point) => point.dataset === dataset && point.index === index);

  canvas.addEventListener("click", (event) => {
    const [hit] = chart.getElementsAtEventForMode(event, "nearest", { intersect: true }, false);
    const href = hit && find(hit.datasetIndex, hit.index)?.href;
    if (href) location.assign(href);
  });
  canvas.addEventListener("mousemove", (event) => {
    const [hit] = chart.getElementsAtEventForMode(event, "nearest", { intersect: true }, false);
    canvas.style.cursor = hit && find(hit.datasetIndex, hit.index)?.href ? "pointer" : "";
  });

  let at = -1;
  const show = (next: number) => {
    at = next;
    const point = points[at];
    if (!point) return;
    const active = [{ datasetIndex: point.dataset, index: point.index }];
    const place = chart.getDatasetMeta(point.dataset).data[point.index];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: place?.x ?? 0, y: place?.y ?? 0 });
    chart.update("none");
    announcement.textContent = point.lines.join(", ");
  };
  canvas.addEventListener("keydown", (event) => {
    const last = points.length - 1;
    const moves: Record<string, number> = {
      ArrowRight: Math.min(last, at + 1),
      ArrowDown: Math.min(last, at + 1),
      ArrowLeft: Math.max(0, at - 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    const href = points[at]?.href;
    if (next !== undefined) {
      event.preventDefault();
      show(next);
    } else if (event.key === "Enter" && href) location.assign(href);
  });
  canvas.addEventListener("blur", () => {
    chart.setActiveElements([]);
    chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart.update("none");
  });
}
