import type { Shape, ShapeName } from "./shape";
import { UK_ATRS } from "./uk-atrs";
import { US_FEDERAL } from "./us-federal";

export const SHAPES: Readonly<Record<ShapeName, Shape>> = { "us-federal-2024": US_FEDERAL, "uk-atrs": UK_ATRS };

/** The shapes of public registers, each with the columns that we fill and those that stay empty. */
export function shapesShown() {
  return Object.values(SHAPES).map(({ name, columns, filled }) => ({
    name,
    filled: columns.filter((_, at) => filled.has(at)),
    empty: columns.filter((_, at) => !filled.has(at)),
  }));
}

export type ShapeShown = ReturnType<typeof shapesShown>[number];
