/** The rows as any page would show them: each value in a cell, numbers written, texts in the reader's language. */
import type { ReactNode } from "react";
import type { Row } from "./replay";

const figures = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

function written(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return figures.format(value);
  if (typeof value !== "string" || !value.startsWith("{")) return String(value);
  const told = JSON.parse(value) as { fr?: string; en?: string };
  return told.fr ?? told.en ?? value;
}

export type Anchor = (to: string, words: string) => ReactNode;

export function Table({ rows, anchor }: { rows: readonly Row[]; anchor: Anchor }) {
  return (
    <table>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of any page, which have no name in common
          <tr key={at}>
            {row.map((value, column) =>
              column === 0 ? (
                <th key="first" scope="row">
                  {anchor(`/row/${at}`, written(value))}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={column}>{written(value)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
