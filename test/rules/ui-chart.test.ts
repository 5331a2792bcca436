import { describe, expect, test } from "vitest";
import type { Drawn } from "#app/ui/chart-data";
import { draw } from "#app/ui/chart-drawing";
import { tabulate } from "#app/ui/chart-table";
import { fitted, heightOf } from "#app/ui/enhance/chart-config";
import { writer } from "#app/ui/enhance/chart-words";

const FORMAT = { style: "money", digits: 0, locale: "fr", currency: "EUR", unit: 100 } as const;
const jsonOf = (drawn: Drawn) => ({ drawn, format: FORMAT, caption: "", keys: "" });

describe("a waterfall", () => {
  const steps = [
    { label: "time", value: 40 },
    { label: "licences", value: -25, href: "/licences" },
    { label: "build", value: -30 },
    { label: "net", value: -15, total: true },
    { label: "next", value: 20 },
  ];
  const drawn = draw({ kind: "waterfall", labelHeader: "line", valueHeader: "amount", steps }) as Drawn;
  const points = drawn.series[0]?.points ?? [];

  test("floats each change from the sum before it, and stands a total on zero", () => {
    expect(points.map((point) => point.value)).toEqual([
      [0, 40],
      [40, 15],
      [15, -15],
      [0, -15],
      [-15, 5],
    ]);
  });

  test("says the change and not the level, as its table does", () => {
    expect(points.map((point) => point.says)).toEqual([40, -25, -30, -15, 20]);
    const table = tabulate({ kind: "waterfall", labelHeader: "line", valueHeader: "amount", steps });
    expect(table.rows.map((row) => row.cells[0]?.value)).toEqual([40, -25, -30, -15, 20]);
    expect(table.rows[1]?.href).toBe("/licences");
  });

  test("goes down the page on a telephone, where its names would not fit beside each other", () => {
    expect(fitted(jsonOf(drawn), 1000).drawn).toMatchObject({ horizontal: false });
    expect(fitted(jsonOf(drawn), 330).drawn).toMatchObject({ horizontal: true });
    expect(heightOf(jsonOf(drawn), 330)).toBe(0);
  });

  test("says a loss with a true minus sign, as the tables do", () => {
    expect(writer(FORMAT)(-58_800, true)).toMatch(/^−588/);
  });
});

test("bars that lie take the height that the lines of their longest name ask for", () => {
  const bars = (name: string) =>
    jsonOf(
      draw({
        kind: "bars",
        labelHeader: "line",
        horizontal: true,
        labels: [name, "Licences"],
        series: [{ name: "npv", values: [1, 2], paint: "a" }],
      }) as Drawn,
    );
  const long = "Margin on coupons better used: quantity a quarter";
  expect(heightOf(bars(long), 330)).toBeGreaterThan(heightOf(bars("Margin"), 330));
  expect(heightOf(bars(long), 330)).toBeGreaterThan(heightOf(bars(long), 1200));
});

describe("bars and lines", () => {
  const series = [
    { name: "measured", values: [1, null, 0], hrefs: ["/a", null], paint: "grade-2" },
    { name: "promised", values: [2, 2], line: true },
  ] as const;
  const labels = ["Q1", "Q2", "Q3"];

  test("keep the unknown unknown: neither drawn nor tabled as zero", () => {
    const drawn = draw({ kind: "bars", labelHeader: "quarter", labels, series }) as Drawn;
    expect(drawn.series[0]?.points.map((point) => point.value)).toEqual([1, null, 0]);
    const table = tabulate({ kind: "bars", labelHeader: "quarter", labels, series });
    expect(table.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      [1, 2],
      [null, 2],
      [0, null],
    ]);
  });

  test("carry every link to the chart and to the table", () => {
    const drawn = draw({ kind: "lines", labelHeader: "quarter", labels, series }) as Drawn;
    expect(drawn.series[0]?.points.map((point) => point.href)).toEqual(["/a", null, null]);
    expect(tabulate({ kind: "lines", labelHeader: "quarter", labels, series }).rows[0]?.cells[0]?.href).toBe("/a");
  });

  test("name their series in a legend only where there are several", () => {
    const legend = (of: typeof series | [(typeof series)[0]]) =>
      (draw({ kind: "bars", labelHeader: "quarter", labels, series: of }) as Drawn).legend;
    expect(legend(series)).toBe(true);
    expect(legend([series[0]])).toBe(false);
  });
});

describe("a tornado", () => {
  test("spreads both ends from the base, even where the high input gives the low result", () => {
    const drawn = draw({
      kind: "tornado",
      labelHeader: "assumption",
      lowLabel: "low",
      highLabel: "high",
      base: 50,
      bars: [{ label: "price", low: 58, high: 41 }],
    }) as Drawn;
    expect(drawn.series.map((side) => side.points[0]?.value)).toEqual([
      [50, 58],
      [50, 41],
    ]);
  });
});
