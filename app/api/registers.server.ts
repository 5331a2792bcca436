import { type Entry, fieldsOf, type Register, type Values } from "#app/delivery/registers/fields";
import { exportRegister as exportFile, previewFile, writeFile } from "#app/delivery/registers/file.server";
import { addEntry, bringBackEntry, editEntry, retireEntry } from "#app/delivery/registers/keep.server";
import { componentsOf, linkThing, unlinkThing } from "#app/delivery/registers/links.server";
import { registerPage } from "#app/delivery/registers/list.server";
import { registerQuery } from "#app/delivery/registers/query";
import { storedEntry, storeOf } from "#app/delivery/registers/stores.server";
import { linkVendor, unlinkVendor, vendorsOfCase } from "#app/delivery/vendors.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { speechFor } from "#app/locales/speech";
import { openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { gives, type Operation, reads, writes } from "./operation.server";
import * as contracts from "./registers";
import { type InMoney, USUAL_PAGE } from "./shapes";

async function answerOf(db: Reader, register: Register, id: number, money: InMoney) {
  const { entry, ...kept } = await storedEntry(db, storeOf(register), id);
  const values: Values = { ...entry };
  const said = fieldsOf(register).map((field) => {
    const value = values[field.name] ?? null;
    const inMoney = (field.kind === "amount" || field.kind === "price") && typeof value === "number";
    return [contracts.answerName(field), inMoney ? money(value) : value];
  });
  return { ...kept, ...Object.fromEntries(said) };
}

/** Only what was said; a field that was left out stays as it is. */
function saidIn(register: Register, body: unknown): Values {
  const sent = body as Values;
  return Object.fromEntries(
    fieldsOf(register).flatMap((field) => {
      const value = sent[contracts.sentName(field)];
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function served(register: Register, operations: typeof contracts.VENDOR_OPERATIONS) {
  const blank: Values = Object.fromEntries(fieldsOf(register).map(({ name }) => [name, null]));
  const list = reads(operations.list, async (db, { query }) => {
    const { limit = USUAL_PAGE, ...asked } = query;
    const { rows, next } = await registerPage(db, register, registerQuery.parse(asked), limit);
    return {
      items: rows.map(({ id, name, kind, owner, dueOn, useCases, retiredOn }) => ({
        ...{ id, name, kind, owner, dueOn, useCases, retiredOn },
      })),
      next,
    };
  });
  const read = reads(operations.read, (db, { parameters, money }) => answerOf(db, register, parameters.id, money));
  const create = writes(operations.create, async (tx, { body, actor, when, money }) => {
    const entry = { ...blank, ...saidIn(register, body) } as Entry<typeof register>;
    const { id } = await addEntry(tx, actor, { register, entry }, when);
    return answerOf(tx, register, id, money);
  });
  const update = writes(operations.update, async (tx, { parameters, body, actor, version, when, money }) => {
    const { id } = parameters;
    const { entry: before } = await storedEntry(tx, storeOf(register), id);
    const entry = { ...before, ...saidIn(register, body) } as Entry<typeof register>;
    await editEntry(tx, actor, { register, id, version, entry }, when);
    return answerOf(tx, register, id, money);
  });
  const turn = writes(operations.turn, async (tx, { parameters, body, actor, version, when, money }) => {
    const { id } = parameters;
    const act = body.retired ? retireEntry : bringBackEntry;
    await act(tx, actor, { register, id, version, reason: body.reason }, when);
    return answerOf(tx, register, id, money);
  });
  return { list, read, create, update, turn };
}

/** The operations of each register, by the name in its address. */
export const REGISTERS_SERVED = {
  vendors: served("vendors", contracts.VENDOR_OPERATIONS),
  models: served("models", contracts.MODEL_OPERATIONS),
  "data-sets": served("data-sets", contracts.DATA_SET_OPERATIONS),
} satisfies Record<Register, Record<string, Operation>>;

export const importRegister = writes(contracts.importRegister, async (tx, asked) => {
  const { parameters, body, actor, locale, organisation, when } = asked;
  const { currency, timeZone } = organisation;
  const file = { register: parameters.register, text: body.csv, locale, currency };
  const { t } = speechFor(locale, currency, timeZone);
  const { lines, faults, ignored } = await previewFile(tx, actor, file);
  const of = (act: string) => lines.filter((line) => line.act === act).length;
  const planned = { added: of("add"), changed: of("change"), same: of("same") };
  const written = body.run === true && faults.length === 0;
  if (written) await writeFile(tx, actor, { ...file, announced: null }, when);
  return {
    ...{ planned, written, ignored },
    sentence: written
      ? t("registers.file.written", planned)
      : faults.length > 0
        ? t("registers.file.refusal.faults", { count: faults.length })
        : t("registers.file.only-looked"),
    faults: faults.map(({ line, column, key, values }) => ({ line, column, fault: t(key, values) })),
  };
});

export const exportRegister = gives(contracts.exportRegister, async (db, { parameters, locale, organisation }) => {
  const { register } = parameters;
  const bytes = new TextEncoder().encode(await exportFile(db, { register, locale, currency: organisation.currency }));
  const file = { name: `${register}.csv`, mediaType: "text/csv; charset=utf-8", size: bytes.length };
  return { headers: attachmentHeaders(file), body: new Blob([bytes]).stream() };
});

async function componentsAnswer(db: Reader, useCaseId: number) {
  const { models, dataSets } = await componentsOf(db, useCaseId);
  const full = ({ name, release }: { name: string; release: string }) => [name, release].filter(Boolean).join(" ");
  return {
    vendors: (await vendorsOfCase(db, useCaseId)).map(({ id, name }) => ({ id, name })),
    models: models.map((one) => ({ id: one.id, name: full(one), component: one.component })),
    dataSets: dataSets.map(({ id, name, component }) => ({ id, name, component })),
  };
}

export const listComponents = reads(contracts.listComponents, async (db, { parameters, actor }) =>
  componentsAnswer(db, (await openCase(db, actor, parameters.reference)).id),
);

export const setComponent = writes(contracts.setComponent, async (tx, { parameters, body, actor, when }) => {
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  const { register, id, linked, component = null } = body;
  if (register === "vendors") {
    await (linked ? linkVendor : unlinkVendor)(tx, actor, { useCaseId, vendorId: id }, when);
  } else {
    await (linked ? linkThing : unlinkThing)(tx, actor, { register, useCaseId, id, component }, when);
  }
  return componentsAnswer(tx, useCaseId);
});
