import { tell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import type { Permitted } from "#app/people/permit";
import type { Writer } from "#db/client.server";
import { departments } from "#db/schema.server";
import { departmentCode } from "./department-code";
import type { Planned } from "./plan";
import type { ImportedFields } from "./read-row";
import type { Write } from "./write";

/** The departments that a file brings along, made when their first row comes and found again by the next. */
export class NewDepartments {
  readonly #ids = new Map<string, number>();
  #codes: Set<string> | null = null;

  get count(): number {
    return this.#ids.size;
  }

  /** Makes those that these rows need and that are not there yet. */
  async make(
    tx: Writer,
    may: Permitted<"use-case.import">,
    wanted: readonly NonNullable<Planned["newDepartment"]>[],
    when: When,
  ): Promise<void> {
    const missing = new Map(wanted.filter(({ key }) => !this.#ids.has(key)).map((one) => [one.key, one]));
    if (missing.size === 0) return;
    this.#codes ??= new Set((await tx.select({ code: departments.code }).from(departments)).map(({ code }) => code));
    const codes = this.#codes;
    const rows = [...missing.values()].map(({ key, name, code: said }) => {
      const code = departmentCode(tell(name, "fr"), said, (taken) => codes.has(taken));
      codes.add(code);
      return { key, code, name };
    });
    for (let from = 0; from < rows.length; from += 500) {
      const some = rows.slice(from, from + 500);
      const made = await tx
        .insert(departments)
        .values(some.map(({ code, name }) => ({ code, name })))
        .returning({ id: departments.id, code: departments.code });
      const idOf = new Map(made.map(({ id, code }) => [code, id]));
      for (const { key, code } of some) this.#ids.set(key, idOf.get(code) ?? 0);
      const events = some.map(({ code, name }) => ({
        subject: "department",
        subjectId: idOf.get(code) ?? 0,
        after: { code, name },
      }));
      await recordAll(tx, may, events, when);
    }
  }

  /** The write with its new department under the id that it has by now, also in what the next import compares with. */
  settle<One extends Write>(write: One): One {
    return { ...write, fields: this.#settled(write.fields), imported: this.#settled(write.imported) };
  }

  #settled(fields: ImportedFields): ImportedFields {
    const { department } = fields;
    if (!department || "id" in department) return fields;
    const id = this.#ids.get(department.key);
    if (id === undefined) throw new Error("A new department was not made");
    return { ...fields, department: { id, said: department.key } };
  }
}
