import { useSpeech } from "#app/locales/use-speech";

/** Groups are told apart by shape as well as by colour: thirty-six together. */
const PAINTS = ["a", "b", "c", "d", "e", "f"] as const;
const SHAPES = ["circle", "square", "triangle", "diamond", "pentagon", "cross"] as const;
type ShapeName = (typeof SHAPES)[number];

const lookOf = (index: number) => ({
  paint: PAINTS[index % PAINTS.length] ?? "a",
  shape: SHAPES[(index + Math.floor(index / PAINTS.length)) % SHAPES.length] ?? "circle",
});

/** Corners of each shape around its middle, for an area like that of a circle of radius 1. */
const CORNERS: Record<Exclude<ShapeName, "circle">, string> = {
  square: "-.89 -.89 .89 -.89 .89 .89 -.89 .89",
  triangle: "0 -1.4 1.3 .85 -1.3 .85",
  diamond: "0 -1.3 1.3 0 0 1.3 -1.3 0",
  pentagon: "0 -1.15 1.1 -.35 .68 .93 -.68 .93 -1.1 -.35",
  cross: "-.4 -1.2 .4 -1.2 .4 -.4 1.2 -.4 1.2 .4 .4 .4 .4 1.2 -.4 1.2 -.4 .4 -1.2 .4 -1.2 -.4 -.4 -.4",
};

const scaled = (corners: string, by: number) =>
  corners
    .split(" ")
    .map((each) => Math.round(Number(each) * by * 10) / 10)
    .join(" ");

function Shape({ look, r }: { look: number; r: number }) {
  const { paint, shape } = lookOf(look);
  return shape === "circle" ? (
    <circle r={r} className={`spot-${paint}`} />
  ) : (
    <polygon points={scaled(CORNERS[shape], r)} className={`spot-${paint}`} />
  );
}

export interface ScatterMark {
  key: string;
  /** From 0 to 1, from the left and from below. */
  x: number;
  y: number;
  /** Pixels. */
  r: number;
  /** Which group it is of; null: of several. */
  look: number | null;
  /** How many are under it, where they are several. */
  count?: string;
  /** What it is, in words. */
  label: string;
  href: string;
}

function Mark({ mark: { x, y, r, look, count, label, href } }: { mark: ScatterMark }) {
  return (
    <a href={href} aria-label={label}>
      <svg x={percent(x)} y={percent(1 - y)} overflow="visible" role="presentation">
        {look === null ? <circle r={r} className="spot-many" /> : <Shape look={look} r={r} />}
        {count && (
          <text dy=".35em" textAnchor="middle" className="scatter-count">
            {count}
          </text>
        )}
      </svg>
    </a>
  );
}

export interface ScatterAxis {
  label: string;
  ticks: readonly { at: number; label: string }[];
  /** A line across, from 0 to 1. */
  threshold: number | null;
}

export interface ScatterProps {
  caption: string;
  marks: readonly ScatterMark[];
  x: ScatterAxis;
  y: ScatterAxis;
  /** Words in the corners: top left, top right, bottom left, bottom right. */
  corners?: readonly string[];
  legend: readonly { look: number; label: string }[];
  /** Where somebody who goes by keyboard comes to behind the map. */
  after: string;
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/**
 * Points on two axes as one drawing of links, made by the server: every mark is reached by keyboard and says what it is,
 * without a script. Places are shares of its width and height, sizes are pixels, so that it fits any screen.
 */
export function Scatter({ caption, marks, x, y, corners, legend, after }: ScatterProps) {
  const { t } = useSpeech();
  return (
    <figure className="scatter" data-enhance="scatter">
      <figcaption>
        {caption} <a href={`#${after}`}>{t("shell.scatter.skip")}</a>
      </figcaption>
      <div className="scatter-frame">
        <p className="scatter-y">{y.label}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg className="scatter-plot" role="group" aria-label={`${caption}. ${t("shell.scatter.keys")}`}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of lines takes no focus */}
          <g aria-hidden="true">
            {y.ticks.map(({ at, label }) => (
              <g key={label}>
                <line x1="0" x2="100%" y1={percent(1 - at)} y2={percent(1 - at)} className="scatter-grid" />
                <text x="-8" y={percent(1 - at)} dy=".35em" textAnchor="end">
                  {label}
                </text>
              </g>
            ))}
            {x.ticks.map(({ at, label }) => (
              <g key={label}>
                <line x1={percent(at)} x2={percent(at)} y1="0" y2="100%" className="scatter-grid" />
                <text x={percent(at)} y="100%" dy="1.5em" textAnchor={at === 1 ? "end" : "middle"}>
                  {label}
                </text>
              </g>
            ))}
            {x.threshold !== null && (
              <line
                className="scatter-threshold"
                x1={percent(x.threshold)}
                x2={percent(x.threshold)}
                y1="0"
                y2="100%"
              />
            )}
            {y.threshold !== null && (
              <line
                className="scatter-threshold"
                x1="0"
                x2="100%"
                y1={percent(1 - y.threshold)}
                y2={percent(1 - y.threshold)}
              />
            )}
          </g>
          {marks.map((mark) => (
            <Mark key={mark.key} mark={mark} />
          ))}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of words takes no focus */}
          <g aria-hidden="true" className="scatter-corners">
            {corners?.map((corner, index) => (
              <text
                key={corner}
                x={index % 2 ? "100%" : "0"}
                dx={index % 2 ? -8 : 8}
                y={index < 2 ? "0" : "100%"}
                dy={index < 2 ? 18 : -10}
                textAnchor={index % 2 ? "end" : "start"}
              >
                {corner}
              </text>
            ))}
          </g>
        </svg>
        <p className="scatter-x">{x.label}</p>
      </div>
      <ul className="scatter-legend">
        {legend.map(({ look, label }) => (
          <li key={label}>
            <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
              <Shape look={look} r={5.5} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <p className="scatter-said" role="status" />
    </figure>
  );
}
