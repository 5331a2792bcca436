import type { ChartConfiguration, ChartDataset, Plugin, ScaleOptionsByType, TooltipItem } from "chart.js";
import type { ChartJson } from "../chart";
import type { DrawnBubbles, DrawnCategories } from "../chart-data";
import { fillOf, type Inks, shapeOf, strokeOf, veil } from "./chart-paint";

export type Writer = (value: number | null, short?: boolean) => string;

/** Numbers as the page writes them; `short` is for the ticks of an axis. */
export function writer({ style, digits, locale, currency, unit }: ChartJson["format"]): Writer {
  const tag = locale === "fr" ? "fr-FR" : "en-GB";
  const compact = { notation: "compact", maximumSignificantDigits: 3 } as const;
  const styled: Intl.NumberFormatOptions =
    style === "money" ? { style: "currency", currency } : style === "percent" ? { style: "percent" } : {};
  const full = new Intl.NumberFormat(tag, { ...styled, maximumFractionDigits: digits ?? (style === "number" ? 2 : 0) });
  const small = new Intl.NumberFormat(tag, style === "percent" ? styled : { ...styled, ...compact });
  return (value, short = false) =>
    value === null ? "–" : (short ? small : full).format(style === "money" ? value / unit : value);
}

export interface Pointed {
  dataset: number;
  index: number;
  href: string | null;
  /** The point in words, a line for each of its sides. */
  lines: string[];
}

/** Every point in reading order: what the arrow keys go through and where Enter leads. */
export function pointsOf(json: ChartJson): Pointed[] {
  const write = writer(json.format);
  const plain = new Intl.NumberFormat(json.format.locale, { maximumFractionDigits: 1 });
  const { drawn } = json;
  if (drawn.shape === "bubbles") {
    return drawn.groups
      .flatMap((group, dataset) =>
        group.points.map((point, index) => ({
          dataset,
          index,
          href: point.href ?? null,
          x: point.x,
          lines: [
            point.label,
            `${drawn.x.label} ${plain.format(point.x)}`,
            `${drawn.y.label} ${plain.format(point.y)}`,
            `${drawn.sizeLabel} ${write(point.size)}`,
          ],
        })),
      )
      .sort((a, b) => a.x - b.x);
  }
  return drawn.labels.flatMap((label, index) =>
    drawn.series.flatMap((series, dataset) => {
      const point = series.points[index];
      if (!point || point.says === null) return [];
      return [{ dataset, index, href: point.href, lines: [label, `${series.name}: ${write(point.says)}`] }];
    }),
  );
}

/** Lines that cross the whole area: thresholds, quadrants, the base of a tornado, and zero. */
function landmarks(json: ChartJson, inks: Inks): Plugin {
  return {
    id: "landmarks",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales } = chart;
      const { drawn } = json;
      ctx.save();
      ctx.strokeStyle = inks.soft;
      ctx.fillStyle = inks.soft;
      ctx.setLineDash([5, 4]);
      ctx.font = `italic 13px ${inks.serif}`;
      const line = (x1: number, y1: number, x2: number, y2: number) => {
        ctx.beginPath();
        ctx.moveTo(x1, y1);
        ctx.lineTo(x2, y2);
        ctx.stroke();
      };
      if (drawn.shape === "categories" && drawn.mark && scales.y) {
        const y = scales.y.getPixelForValue(drawn.mark.value);
        line(area.left, y, area.right, y);
        ctx.textAlign = "right";
        ctx.fillText(drawn.mark.label, area.right - 4, y - 5);
      }
      if (drawn.shape === "bubbles" && scales.x && scales.y) {
        const { x, y, quadrants } = drawn;
        if (x.threshold !== undefined) {
          const at = scales.x.getPixelForValue(x.threshold);
          line(at, area.top, at, area.bottom);
        }
        if (y.threshold !== undefined) {
          const at = scales.y.getPixelForValue(y.threshold);
          line(area.left, at, area.right, at);
        }
        quadrants.forEach((name, index) => {
          const right = index % 2 === 1;
          ctx.textAlign = right ? "right" : "left";
          ctx.fillText(name, right ? area.right - 8 : area.left + 8, index < 2 ? area.top + 18 : area.bottom - 10);
        });
      }
      ctx.restore();
    },
  };
}

function scaleStyle(inks: Inks) {
  return {
    grid: { color: inks.grid, drawTicks: false },
    border: { color: inks.soft, display: true },
    ticks: { color: inks.soft, padding: 6, font: { family: inks.font, size: 12 } },
  };
}

function shared(json: ChartJson, inks: Inks, legend: boolean, points: boolean) {
  return {
    animation: false as const,
    maintainAspectRatio: false,
    responsive: true,
    plugins: {
      legend: {
        display: legend,
        position: "bottom" as const,
        align: "start" as const,
        labels: {
          color: inks.ink,
          usePointStyle: points,
          boxWidth: 14,
          boxHeight: points ? 8 : 12,
          font: { family: inks.font, size: 13 },
        },
      },
      tooltip: {
        backgroundColor: inks.ink,
        titleColor: inks.sheet,
        bodyColor: inks.sheet,
        cornerRadius: 2,
        displayColors: false,
        titleFont: { family: inks.font },
        bodyFont: { family: inks.font },
      },
    },
  };
}

function categories(json: ChartJson, drawn: DrawnCategories, inks: Inks): ChartConfiguration {
  const write = writer(json.format);
  const values = drawn.horizontal ? "x" : "y";
  const names = drawn.horizontal ? "y" : "x";
  const datasets = drawn.series.map((series, index): ChartDataset => {
    const stroke = strokeOf(series.paint, inks);
    // A bar that floats is a pair; chart.js wants its type said.
    const data = series.points.map((point) => point.value) as (number | null)[];
    if (drawn.type === "line" || series.line) {
      return {
        type: "line",
        label: series.name,
        data,
        borderColor: stroke,
        backgroundColor: stroke,
        borderWidth: 2,
        borderDash: series.paint === "muted" ? [6, 4] : [],
        pointStyle: shapeOf(index),
        pointRadius: 4,
        pointHoverRadius: 6,
        order: -1,
      };
    }
    return {
      type: "bar",
      label: series.name,
      data,
      backgroundColor: series.points.map((point) => fillOf(point.paint, inks)),
      borderColor: series.points.map((point) => strokeOf(point.paint, inks)),
      borderWidth: 1,
      borderSkipped: false,
      hoverBorderWidth: 2,
      maxBarThickness: 56,
      grouped: !drawn.stacked,
      stack: drawn.stacked ? "one" : undefined,
    };
  });
  const base = scaleStyle(inks);
  const options = shared(json, inks, drawn.legend, drawn.type === "line");
  const numbers = {
    ...base,
    // Floating bars lie over each other from the base; only plain numbers pile up.
    stacked: drawn.stacked && !drawn.series.some((series) => Array.isArray(series.points[0]?.value)),
    ticks: { ...base.ticks, maxTicksLimit: 7, callback: (value: string | number) => write(Number(value), true) },
  };
  return {
    type: drawn.type,
    data: { labels: [...drawn.labels], datasets },
    plugins: [landmarks(json, inks)],
    options: {
      ...options,
      indexAxis: drawn.horizontal ? "y" : "x",
      interaction: { mode: drawn.type === "line" ? "index" : "nearest", intersect: drawn.type !== "line" },
      scales: {
        [values]: numbers,
        [names]: { ...base, grid: { display: false }, stacked: drawn.stacked },
      } as Record<string, Partial<ScaleOptionsByType<"linear" | "category">>>,
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins.tooltip,
          callbacks: {
            label: (item) => {
              const series = drawn.series[item.datasetIndex];
              return `${series?.name ?? ""}: ${write(series?.points[item.dataIndex]?.says ?? null)}`;
            },
          },
        },
      },
    },
  };
}

function bubbles(json: ChartJson, drawn: DrawnBubbles, inks: Inks): ChartConfiguration {
  const lines = new Map(pointsOf(json).map((point) => [`${point.dataset} ${point.index}`, point.lines]));
  const base = scaleStyle(inks);
  const options = shared(json, inks, drawn.groups.length > 1, true);
  const axis = ({ label, min, max }: DrawnBubbles["x"]) => ({
    ...base,
    min,
    max,
    clip: false,
    title: {
      display: true,
      text: label,
      color: inks.soft,
      font: { family: inks.serif, style: "italic" as const, size: 14 },
    },
  });
  return {
    type: "bubble",
    data: {
      datasets: drawn.groups.map((group, index) => ({
        label: group.name,
        data: group.points.map(({ x, y, r }) => ({ x, y, r })),
        pointStyle: shapeOf(index),
        backgroundColor: veil(strokeOf(group.paint, inks), 0.45),
        borderColor: strokeOf(group.paint, inks),
        borderWidth: 1,
        hoverBorderWidth: 3,
        hoverRadius: 0,
        clip: 30,
      })),
    },
    plugins: [landmarks(json, inks)],
    options: {
      ...options,
      interaction: { mode: "nearest", intersect: true },
      scales: { x: axis(drawn.x), y: axis(drawn.y) },
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins.tooltip,
          callbacks: {
            title: () => "",
            label: (item: TooltipItem<"bubble">) => lines.get(`${item.datasetIndex} ${item.dataIndex}`) ?? [],
          },
        },
      },
    },
  } as ChartConfiguration;
}

export function configOf(json: ChartJson, inks: Inks): ChartConfiguration {
  return json.drawn.shape === "bubbles" ? bubbles(json, json.drawn, inks) : categories(json, json.drawn, inks);
}
