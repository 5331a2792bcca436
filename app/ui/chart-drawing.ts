import type { Description, Drawn, DrawnPoint, DrawnSeries, Paint, Series, WaterfallStep } from "./chart-data";

const LETTERS = ["a", "b", "c", "d", "e", "f"] as const satisfies readonly Paint[];

function letter(index: number): Paint {
  return LETTERS[index % LETTERS.length] ?? "a";
}

function drawSeries(series: Series, index: number): DrawnSeries {
  const paint = series.paint ?? letter(index);
  return {
    name: series.name,
    line: series.line ?? false,
    paint,
    points: series.values.map((value, at) => ({ value, says: value, href: series.hrefs?.[at] ?? null, paint })),
  };
}

/** Each change floats from where the sum stood to where it stands after; a total starts again from zero. */
function drawWaterfall(steps: readonly WaterfallStep[]): DrawnPoint[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.total ? 0 : level;
    level = step.total ? step.value : level + step.value;
    const paint: Paint = step.total ? "muted" : step.value < 0 ? "d" : "a";
    return { value: [from, level], says: step.value, href: step.href ?? null, paint };
  });
}

/** Turns a description into what the browser draws. */
export function draw(of: Description): Drawn {
  const base = {
    stacked: false,
    horizontal: false,
    legend: false,
    steps: false,
    mark: null,
  } as const;
  switch (of.kind) {
    case "bars":
    case "lines":
      return {
        ...base,
        type: of.kind === "bars" ? "bar" : "line",
        labels: of.labels,
        series: of.series.map(drawSeries),
        stacked: of.kind === "bars" && (of.stacked ?? false),
        horizontal: of.kind === "bars" && (of.horizontal ?? false),
        legend: of.series.length > 1,
        mark: of.kind === "lines" ? (of.threshold ?? null) : null,
      };
    case "waterfall":
      return {
        ...base,
        type: "bar",
        labels: of.steps.map((step) => step.label),
        steps: true,
        series: [{ name: of.valueHeader, line: false, paint: "a", points: drawWaterfall(of.steps) }],
      };
    case "tornado": {
      const side = (name: string, paint: Paint, end: "low" | "high"): DrawnSeries => ({
        name,
        line: false,
        paint,
        points: of.bars.map((bar) => ({
          value: [of.base, bar[end]],
          says: bar[end],
          href: bar.href ?? null,
          paint,
        })),
      });
      return {
        ...base,
        type: "bar",
        labels: of.bars.map((bar) => bar.label),
        series: [side(of.lowLabel, "b", "low"), side(of.highLabel, "a", "high")],
        stacked: true,
        horizontal: true,
        legend: true,
      };
    }
  }
}
