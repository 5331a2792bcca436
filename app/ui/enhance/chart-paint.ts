import type { Paint } from "../chart-data";

export interface Inks {
  ink: string;
  soft: string;
  sheet: string;
  grid: string;
  accent: string;
  font: string;
  serif: string;
  series: Record<"a" | "b" | "c" | "d" | "e" | "f" | "muted", string>;
}

const COLOURS = [
  ...["ink", "ink-soft", "sheet", "grid", "accent"],
  ...["series-a", "series-b", "series-c", "series-d", "series-e", "series-f"],
] as const;

/**
 * Reads the page's custom properties as plain colours: probes resolve light-dark() for the theme of the moment. All are
 * there before the first is read, so that the page is styled anew once.
 */
export function readInks(host: HTMLElement): Inks {
  const probes = document.createElement("span");
  const probe = (property: "color" | "font-family", name: string) => {
    const one = document.createElement("span");
    // High-contrast modes would answer one colour for all; the chart needs several, on its own paper.
    one.style.setProperty("forced-color-adjust", "none");
    one.style.setProperty(property, `var(--${name})`);
    probes.append(one);
    return () => getComputedStyle(one).getPropertyValue(property);
  };
  const colours = new Map(COLOURS.map((name) => [name, probe("color", name)]));
  const colour = (name: (typeof COLOURS)[number]) => colours.get(name)?.() ?? "";
  const sans = probe("font-family", "sans");
  const serif = probe("font-family", "serif");
  host.append(probes);
  const inks: Inks = {
    ink: colour("ink"),
    soft: colour("ink-soft"),
    sheet: colour("sheet"),
    grid: colour("grid"),
    accent: colour("accent"),
    font: sans(),
    serif: serif(),
    series: {
      a: colour("series-a"),
      b: colour("series-b"),
      c: colour("series-c"),
      d: colour("series-d"),
      e: colour("series-e"),
      f: colour("series-f"),
      muted: colour("ink-soft"),
    },
  };
  probes.remove();
  return inks;
}

export function strokeOf(paint: Paint, inks: Inks): string {
  return paint.startsWith("grade-") ? inks.accent : inks.series[paint as keyof Inks["series"]];
}

/** The fills of bars, each made once. */
export function fillsFor(inks: Inks): (paint: Paint) => string | CanvasPattern {
  const made = new Map<Paint, string | CanvasPattern>();
  return (paint) => {
    const fill = made.get(paint) ?? fillOf(paint, inks);
    made.set(paint, fill);
    return fill;
  };
}

/** The four grades are one ink, laid on thicker the more is proven: dots, lines, cross-hatch, solid. */
function fillOf(paint: Paint, inks: Inks): string | CanvasPattern {
  const colour = strokeOf(paint, inks);
  if (!paint.startsWith("grade-") || paint === "grade-3") return colour;
  const ratio = Math.max(1, Math.round(devicePixelRatio));
  const size = 8;
  const tile = document.createElement("canvas");
  tile.width = tile.height = size * ratio;
  const pen = tile.getContext("2d");
  if (!pen) return colour;
  pen.scale(ratio, ratio);
  pen.fillStyle = inks.sheet;
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = pen.strokeStyle = colour;
  if (paint === "grade-0") {
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ] as const)
      pen.fillRect(x - 0.6, y - 0.6, 1.2, 1.2);
  } else {
    pen.lineWidth = paint === "grade-1" ? 1.1 : 2;
    pen.beginPath();
    for (const from of [-size, 0, size]) {
      pen.moveTo(from, size);
      pen.lineTo(from + size, 0);
      if (paint === "grade-2") {
        pen.moveTo(from, 0);
        pen.lineTo(from + size, size);
      }
    }
    pen.stroke();
  }
  const pattern = pen.createPattern(tile, "repeat");
  // The tile is drawn at the screen's density; the pattern brings it back to its size in the page.
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern ?? colour;
}

export type PointShape = "circle" | "rect" | "triangle" | "rectRot" | "star" | "crossRot";

const SHAPES: readonly PointShape[] = ["circle", "rect", "triangle", "rectRot", "star", "crossRot"];

/** Series are told apart by the shape of their points as well as by their colour. */
export function shapeOf(index: number): PointShape {
  return SHAPES[index % SHAPES.length] ?? "circle";
}
