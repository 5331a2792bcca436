import type { ReactNode } from "react";

export interface WallPart {
  key: string;
  label: string;
  value: string;
  note: string;
  share: number;
  coming: number;
}

export interface WallProps {
  title: string;
  /** Above the title. */
  eyebrow?: ReactNode;
  /** The one number that everybody looks for, and what it counts; `coming` is the share of what may join it yet. */
  figure: { value: string; words: string; note?: ReactNode; share: number; coming: number };
  /** How the parts do, most first. */
  parts: { label: string; rows: readonly WallPart[] };
  /** What came in last. */
  lines: { label: string; rows: readonly { key: string; text: string; note: string }[]; empty: string };
  /** How to take part. */
  aside: ReactNode;
  foot?: ReactNode;
}

const width = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;

function Bar({ share, coming }: Pick<WallPart, "share" | "coming">) {
  return (
    <svg className="wall-bar" height="12" aria-hidden="true">
      <rect className="meter-track" width="100%" height="12" />
      <rect className="meter-coming" width={width(share + coming)} height="12" />
      <rect className="meter-fill" width={width(share)} height="12" />
    </svg>
  );
}

/** So many parts stand below one another on a screen that nobody scrolls; more stand in two columns. */
const FEW_PARTS = 5;

/** A page for a screen on the wall: few things, as large as it allows, read from the other end of the room. */
export function Wall({ title, eyebrow, figure, parts, lines, aside, foot }: WallProps) {
  return (
    <div className="wall tone-accent">
      <header className="wall-head">
        {eyebrow && <p className="wall-eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
      </header>
      <section className="wall-figure">
        <p>
          <strong>{figure.value}</strong> <span>{figure.words}</span>
        </p>
        <Bar {...figure} />
        {figure.note && <p className="wall-note">{figure.note}</p>}
      </section>
      <aside className="wall-aside">{aside}</aside>
      <section className="wall-lines">
        <h2>{lines.label}</h2>
        {lines.rows.length === 0 ? (
          <p className="wall-note">{lines.empty}</p>
        ) : (
          <ol>
            {lines.rows.map(({ key, text, note }) => (
              <li key={key}>
                <p dir="auto">{text}</p>
                <p className="wall-note">{note}</p>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className={`wall-parts${parts.rows.length > FEW_PARTS ? " wall-parts-many" : ""}`}>
        <h2>{parts.label}</h2>
        <ul>
          {parts.rows.map(({ key, label, value, note, ...shares }) => (
            <li key={key}>
              <span>{label}</span>
              <b>{value}</b>
              <Bar {...shares} />
              <span className="wall-note">{note}</span>
            </li>
          ))}
        </ul>
      </section>
      {foot && <footer className="wall-foot">{foot}</footer>}
    </div>
  );
}
