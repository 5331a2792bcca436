import { z } from "zod";
import { idOf, optionalId, startedFrom, text, ticked } from "#app/kernel/input";
import { readQuery, searchOf } from "../list/query";

export const NAME_LETTERS = 60;
const QUERY_LETTERS = 2_000;

/** A view as it is kept: as its address says it, without a place in its pages or a selection of its rows. */
export const canonical = (search: string): string => searchOf({ ...readQuery(new URLSearchParams(search)), case: [] });

const search = z.string().max(QUERY_LETTERS).transform(canonical);

export const newView = z.object({ name: text(NAME_LETTERS), shared: ticked, query: search });
export type NewView = z.output<typeof newView>;

export const changedView = z.object({ id: idOf, version: startedFrom, name: text(NAME_LETTERS), shared: ticked });
export type ChangedView = z.output<typeof changedView>;

/** The view with which one's list opens; blank is all cases. */
export const openingView = z.object({ view: optionalId });

export const goneView = z.object({ id: idOf });
