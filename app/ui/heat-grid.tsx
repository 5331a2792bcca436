import { useSpeech } from "#app/locales/use-speech";
import type { Tone } from "./tone";

export interface HeatCell {
  /** How many things stand there; zero is shown as an empty cell of its tone. */
  count: number;
  tone: Tone;
  /** What the cell is, for those who hear it: «likely, severe: 3, high». */
  label: string;
  href?: string;
}

export interface HeatMark {
  mark: string;
  /** What the mark means: heard everywhere, and seen where there is room. */
  words: string;
}

export interface HeatGridProps {
  caption: string;
  /** What the columns and the rows count; the corner says both. */
  across: string;
  up: string;
  columns: readonly HeatMark[];
  /** The highest first. */
  rows: readonly (HeatMark & { cells: readonly HeatCell[] })[];
}

/** Two scales against each other: how many things stand in each cell, and how much that matters. A table like any other. */
export function HeatGrid({ caption, across, up, columns, rows }: HeatGridProps) {
  const { number } = useSpeech();
  return (
    <table className="heat">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            {`${up} ↓`}
            <br />
            {`${across} →`}
          </th>
          {columns.map((column) => (
            <th key={column.mark} scope="col">
              {column.mark} <span className="heat-words">{column.words}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.mark}>
            <th scope="row">
              {row.mark} <span className="heat-words">{row.words}</span>
            </th>
            {row.cells.map((cell, at) => (
              <td key={columns[at]?.mark} className={`tone-${cell.tone}`}>
                {cell.count > 0 && cell.href ? (
                  <a href={cell.href} aria-label={cell.label}>
                    {number(cell.count)}
                  </a>
                ) : (
                  <span>
                    {cell.count > 0 && number(cell.count)}
                    <span className="visually-hidden">{cell.label}</span>
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
