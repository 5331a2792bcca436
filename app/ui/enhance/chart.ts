import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import type { ChartJson } from "../chart-data";
import { CHART_CHANGED } from "./chart-changed";
import { configOf, fitted, heightOf } from "./chart-config";
import { readInks } from "./chart-paint";
import { chartInSteps } from "./chart-steps";
import { pointsOf, writer } from "./chart-words";
import { once } from "./once";
import { inItsTurn } from "./turns";

const PARTS = [
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
];
const makeKnown = once(() => Chart.register(...PARTS));
// Each chart is drawn in a turn that comes after this one.
void inItsTurn(makeKnown);

/** How far below the window a chart may be when it is drawn. */
const NEAR = "400px";

/** What is far down waits until it comes near. The browser tells the width with it, which asking for would lay the page out anew. */
function whenNear(frame: HTMLElement, measured: (width: number) => void, near: () => void): void {
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { boundingClientRect, isIntersecting } of entries) {
        measured(boundingClientRect.width);
        if (!isIntersecting) continue;
        watch.disconnect();
        near();
      }
    },
    { rootMargin: NEAR },
  );
  watch.observe(frame);
}

/** Draws the chart of a `<figure data-enhance="chart">` from the JSON inside it, in the frame above its table. */
export default function enhance(figure: HTMLElement): void {
  const source = figure.querySelector('script[type="application/json"]');
  const frame = figure.querySelector<HTMLElement>(".chart-canvas");
  if (!source?.textContent || !frame) return;
  let json: ChartJson = JSON.parse(source.textContent);
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${json.caption}. ${json.keys}`);
  const announcement = document.createElement("p");
  announcement.className = "chart-announcement visually-hidden";
  announcement.setAttribute("role", "status");
  frame.append(canvas);
  frame.after(announcement);

  let chart: Chart | null = null;
  let width = 0;
  let at = -1;
  const config = () => {
    makeKnown();
    width ||= frame.clientWidth;
    return configOf(fitted(json, width), readInks(figure));
  };
  const draw = () => {
    chart?.destroy();
    chart = new Chart(canvas, config());
  };
  const measured = (now: number) => {
    width = now;
    const height = heightOf(fitted(json, width), width);
    if (height > 0) frame.style.minBlockSize = `${height}px`;
  };
  whenNear(frame, measured, () => {
    // The first amount that is written in short takes as long as a chart.
    void inItsTurn(() => writer(json.format)(0, true));
    void inItsTurn(() => {
      chart ??= chartInSteps(canvas, config());
    });
  });
  const redraw = () => chart && draw();
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  // Paper is white: a chart drawn in the dark would be unreadable on it. And it shows what nobody has scrolled to.
  matchMedia("print").addEventListener("change", draw);
  addEventListener("beforeprint", draw);

  let points = once(() => pointsOf(json));
  figure.addEventListener(CHART_CHANGED, () => {
    json = JSON.parse(source.textContent ?? "");
    points = once(() => pointsOf(json));
    at = -1;
    if (width > 0) measured(width);
    redraw();
  });
  const find = (dataset: number, index: number) =>
    points().find((point) => point.dataset === dataset && point.index === index);
  const under = (event: Event) => {
    const [hit] = chart?.getElementsAtEventForMode(event, "nearest", { intersect: true }, false) ?? [];
    return hit && find(hit.datasetIndex, hit.index);
  };

  canvas.addEventListener("click", (event) => {
    const href = under(event)?.href;
    if (href) location.assign(href);
  });
  canvas.addEventListener("mousemove", (event) => {
    canvas.style.cursor = under(event)?.href ? "pointer" : "";
  });

  const show = (next: number) => {
    at = next;
    const point = points()[at];
    if (!point || !chart) return;
    const active = [{ datasetIndex: point.dataset, index: point.index }];
    const place = chart.getDatasetMeta(point.dataset).data[point.index];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: place?.x ?? 0, y: place?.y ?? 0 });
    chart.update("none");
    announcement.textContent = point.lines.join(", ");
  };
  canvas.addEventListener("keydown", (event) => {
    const last = points().length - 1;
    const moves: Record<string, number> = {
      ArrowRight: Math.min(last, at + 1),
      ArrowDown: Math.min(last, at + 1),
      ArrowLeft: Math.max(0, at - 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: last,
    };
    const next = moves[event.key];
    const href = points()[at]?.href;
    if (next !== undefined) {
      event.preventDefault();
      show(next);
    } else if (event.key === "Enter" && href) location.assign(href);
  });
  canvas.addEventListener("blur", () => {
    chart?.setActiveElements([]);
    chart?.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart?.update("none");
  });
}
