import type { ReactNode } from "react";
import { type Tone, ToneShape } from "./tone";

export interface BoardCard {
  key: string | number;
  href: string;
  title: ReactNode;
  /** Badges, an amount, a form that moves it. */
  children?: ReactNode;
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
}

/** Columns side by side, which scroll sideways where there are more than the screen holds. */
export function Board({ label, columns }: { label: string; columns: readonly BoardColumn[] }) {
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
      <section className="board" aria-label={label} tabIndex={0}>
        {columns.map(({ key, title, href, note, tone = "neutral", cards, empty, more }) => (
          <div className={`board-column tone-${tone}`} key={key} id={`column-${key}`}>
            <div className="board-head">
              <h2>{href ? <a href={href}>{title}</a> : title}</h2>
              {note && (
                <span className="board-note">
                  {tone !== "neutral" && <ToneShape tone={tone} />} {note}
                </span>
              )}
            </div>
            {cards.length === 0 && empty && <p className="board-empty hint">{empty}</p>}
            <ul className="board-cards">
              {cards.map((card) => (
                <li className="board-card" key={card.key}>
                  <a className="row-link" href={card.href}>
                    {card.title}
                  </a>
                  {card.children}
                </li>
              ))}
              {more && (
                <li>
                  <a href={more.href}>{more.label}</a>
                </li>
              )}
            </ul>
          </div>
        ))}
      </section>
    </>
  );
}
