import type { ReactNode } from "react";
import { type Tone, ToneShape } from "./tone";

export interface BoardCard {
  key: string | number;
  href: string;
  title: ReactNode;
  /** Badges, an amount. */
  children?: ReactNode;
  /** Where the card is moved from; a board that is enhanced opens it in place. */
  move?: { href: string; label: ReactNode };
}

export interface BoardColumn {
  key: string;
  title: string;
  /** Where its name leads: the whole of it as a list. */
  href?: string;
  /** How many it holds, and of how many: a limit that is passed has its tone. */
  note?: ReactNode;
  tone?: Tone;
  cards: readonly BoardCard[];
  empty?: ReactNode;
  /** A link to the rest, where the column shows only its first cards. */
  more?: { href: string; label: ReactNode };
  /** Whether cards can be put here. */
  takes?: boolean;
}

/** A part of a board with columns of its own, such as a department's. */
export interface BoardLane {
  key: string;
  title: ReactNode;
  columns: readonly BoardColumn[];
}

function Column({ column, id, level }: { column: BoardColumn; id: string; level: "h2" | "h3" }) {
  const { key, title, href, note, tone = "neutral", cards, empty, more, takes } = column;
  const Heading = level;
  return (
    <div
      className={`board-column tone-${tone}`}
      id={id}
      data-column={key}
      data-takes={takes ? "" : undefined}
      data-follow-part=""
    >
      <div className="board-head">
        <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
        {note && (
          <span className="board-note">
            {tone !== "neutral" && <ToneShape tone={tone} />} {note}
          </span>
        )}
      </div>
      {cards.length === 0 && empty && <p className="board-empty hint">{empty}</p>}
      <ul className="board-cards">
        {cards.map((card) => (
          <li className="board-card" key={card.key} id={`card-${card.key}`}>
            <a className="row-link" href={card.href}>
              {card.title}
            </a>
            {card.children}
            {card.move && (
              <a className="board-move" href={card.move.href}>
                {card.move.label}
              </a>
            )}
          </li>
        ))}
        {more && (
          <li>
            <a href={more.href}>{more.label}</a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Columns side by side, which scroll sideways where there are more than the screen holds; in lanes, if there are any. */
export function Board({
  label,
  columns,
  lanes,
}: {
  label: string;
  columns: readonly BoardColumn[];
  lanes?: readonly BoardLane[] | null;
}) {
  return (
    <>
      <ul className="board-names">
        {columns.map(({ key, title, note }) => (
          <li key={key}>
            <a href={`#column-${key}`}>{title}</a> {note && <span className="hint">{note}</span>}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={lanes ? "board-lanes" : "board"} aria-label={label} tabIndex={0}>
        {lanes
          ? lanes.map((lane, at) => (
              <div className="board-lane" key={lane.key}>
                <h2 className="board-lane-name">{lane.title}</h2>
                <div className="board">
                  {lane.columns.map((column) => (
                    <Column
                      key={column.key}
                      column={column}
                      level="h3"
                      // The names above lead to the first lane.
                      id={at === 0 ? `column-${column.key}` : `column-${column.key}-${lane.key}`}
                    />
                  ))}
                </div>
              </div>
            ))
          : columns.map((column) => <Column key={column.key} column={column} level="h2" id={`column-${column.key}`} />)}
      </section>
    </>
  );
}
