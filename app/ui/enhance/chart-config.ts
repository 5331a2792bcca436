import type { ChartConfiguration, ChartDataset, ChartOptions, Scale } from "chart.js";
import type { ChartJson, Drawn } from "../chart-data";
import { landmarks } from "./chart-landmarks";
import { fillsFor, type Inks, shapeOf, strokeOf } from "./chart-paint";
import { writer } from "./chart-words";

function scaleStyle(inks: Inks) {
  return {
    grid: {
      // Zero is where gain and loss part: its line is inked.
      color: (context: { tick?: { value: number } }) => (context.tick?.value === 0 ? inks.soft : inks.grid),
      drawTicks: false,
    },
    border: { color: inks.soft, display: true },
    ticks: { color: inks.soft, padding: 6, font: { family: inks.font, size: 12 } },
  };
}

const WIDTH_OF_A_LETTER = 6.5;

/** Breaks a name between words into lines of about `most` letters. */
function inLines(name: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Narrower than this, a chart is drawn for a telephone. */
const NARROW = 560;
const LINE = 15;
/** What a name under a bar should have; with less it is set smaller. */
const ROOM = 75;

/** A name beside its bars, on as many lines as it needs there: it may take a third of the width, more on a telephone. */
const beside = (name: string, width: number) =>
  inLines(name, (width * (width < NARROW ? 0.42 : 0.33)) / WIDTH_OF_A_LETTER);

/** Names under the bars share the width. */
const under = (name: string, width: number, names: number) => inLines(name, (width * 0.85) / names / WIDTH_OF_A_LETTER);

/** The chart as it is drawn at this width: the steps of a waterfall go down the page where they would not fit beside each other. */
export function fitted(json: ChartJson, width: number): ChartJson {
  const { drawn } = json;
  return drawn.steps && width < NARROW ? { ...json, drawn: { ...drawn, horizontal: true } } : json;
}

/** The height in pixels that the names beside the bars ask for, with the axis and the legend; 0 for other charts. */
export function heightOf({ drawn }: ChartJson, width: number): number {
  if (!drawn.horizontal) return 0;
  const lines = drawn.labels.map((label) => beside(label, width).length);
  return lines.length * (Math.max(...lines) * LINE + 8) + (drawn.legend ? 70 : 30);
}

function shared(inks: Inks, legend: boolean, points: boolean) {
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
          usePointStyle: true,
          boxWidth: 12,
          boxHeight: points ? 8 : 10,
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

function categories(json: ChartJson, drawn: Drawn, inks: Inks): ChartConfiguration {
  const write = writer(json.format);
  const fillsOf = fillsFor(inks);
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
        pointStyle: shapeOf(drawn.type === "line" ? index : 0),
        pointRadius: 4,
        pointHoverRadius: 6,
        order: -1,
        // Over stacked bars chart.js would pile the lines up too: each is a stack of its own.
        stack: `line ${index}`,
      };
    }
    return {
      type: "bar",
      label: series.name,
      data,
      backgroundColor: series.points.map(({ paint }) => fillsOf(paint)),
      borderColor: series.points.map((point) => strokeOf(point.paint, inks)),
      borderWidth: 1,
      borderSkipped: false,
      pointStyle: "rect",
      hoverBorderWidth: 2,
      maxBarThickness: 56,
      grouped: !drawn.stacked,
      stack: drawn.stacked ? "one" : undefined,
    };
  });
  const base = scaleStyle(inks);
  const options = shared(inks, drawn.legend, drawn.type === "line");
  const numbers = {
    ...base,
    // Room for the values over a waterfall's bars, or after them.
    grace: drawn.steps ? (drawn.horizontal ? "30%" : "8%") : undefined,
    // Floating bars lie over each other from the base; only plain numbers pile up.
    stacked: drawn.stacked && !drawn.series.some((series) => Array.isArray(series.points[0]?.value)),
    ticks: { ...base.ticks, maxTicksLimit: 6, callback: (value: string | number) => write(Number(value), true) },
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
        [names]: {
          ...base,
          grid: { display: false },
          offset: true,
          stacked: drawn.stacked,
          ticks: {
            ...base.ticks,
            font: ({ chart }: { chart: { width: number } }) => ({
              family: inks.font,
              size: !drawn.horizontal && chart.width < drawn.labels.length * ROOM ? 10 : 12,
            }),
            autoSkip: !drawn.horizontal,
            // Of short names some are left out rather than all turned.
            maxRotation: drawn.labels.every(({ length }) => length < 9) ? 0 : 50,
            callback(this: Scale, value: string | number) {
              const name = drawn.labels[Number(value)] ?? "";
              const { width } = this.chart;
              return drawn.horizontal ? beside(name, width) : under(name, width, drawn.labels.length);
            },
          },
        },
      } as ChartOptions["scales"],
      plugins: {
        ...options.plugins,
        tooltip: {
          ...options.plugins.tooltip,
          callbacks: {
            label: (item) => {
              const series = drawn.series[item.datasetIndex];
              return `${series?.name ?? ""} ${write(series?.points[item.dataIndex]?.says ?? null)}`;
            },
          },
        },
      },
    },
  };
}

export function configOf(json: ChartJson, inks: Inks): ChartConfiguration {
  return categories(json, json.drawn, inks);
}
