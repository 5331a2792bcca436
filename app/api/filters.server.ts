import type { z } from "zod";
import {
  exceptFilter,
  type WrittenFilter,
  withdrawException,
  writeFilter as write,
} from "#app/committee/edit-filter.server";
import { type Flow, previewFilter as preview } from "#app/committee/filter-preview.server";
import { filtersPage } from "#app/committee/filters-page.server";
import type { Day } from "#app/kernel/day";
import { permit } from "#app/people/permit";
import { openCase } from "#app/use-cases/cases.server";
import * as contracts from "./filters";
import { reads, writes } from "./operation.server";

const flowAnswer = ({ steps, cases, passing }: Flow) => ({
  ...{ cases, passing },
  steps: steps.map(({ filter, entered, stopped, missing }) => ({ filter: filter.id, entered, stopped, missing })),
});

const wished = ({ id, name, ...body }: z.output<NonNullable<typeof contracts.writeFilter.body>>): WrittenFilter => ({
  ...body,
  id: id ?? 0,
  nameAfter: () => name,
});

export const listFilters = reads(contracts.listFilters, async (db, { actor }) => {
  const { filters, flow } = await filtersPage(db, actor);
  const items = filters.map(({ id, version, name, field, operator, threshold, position, active }) => ({
    ...{ id, version, name, field, operator, threshold, position, active },
  }));
  return { items, flow: flowAnswer(flow) };
});

export const writeFilter = writes(contracts.writeFilter, async (tx, { body, actor, when }) => ({
  id: await write(tx, actor, wished(body), when),
}));

export const previewFilter = reads(contracts.previewFilter, async (db, { body, actor }) => {
  permit(actor, "filter.edit", {});
  const { before, after } = await preview(db, actor, wished(body));
  return { before: flowAnswer(before), after: flowAnswer(after) };
});

export const listFilterExceptions = reads(contracts.listFilterExceptions, async (db, { actor }) => {
  const { exceptions } = await filtersPage(db, actor);
  const items = exceptions.map(({ id, reference, filterId, reason, by, on, until }) => ({
    ...{ id, reason, by, on, until },
    useCase: reference,
    filter: filterId,
  }));
  return { items };
});

export const signFilterException = writes(contracts.signFilterException, async (tx, { body, actor, when }) => {
  const { reference } = await openCase(tx, actor, body.useCase);
  const until = body.until as Day | null;
  return { id: await exceptFilter(tx, actor, { reference, filterId: body.filter, reason: body.reason, until }, when) };
});

export const withdrawFilterException = writes(
  contracts.withdrawFilterException,
  async (tx, { parameters, actor, when }) => {
    await withdrawException(tx, actor, parameters.id, when);
    return { withdrawn: true };
  },
);
