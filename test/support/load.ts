/** Fifty people of mixed roles at work: what each was told is kept is written down here, and looked for afterwards. */
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { fold } from "#app/kernel/told";
import { type When, whenAt } from "#app/kernel/when";
import { writeReport } from "#app/measurement/report.server";
import { hashPassword } from "#app/people/auth.server";
import { readOrganisation } from "#app/people/organisation.server";
import { CASEBOOK, type Role } from "#app/people/roles";
import type { Database } from "#db/client.server";
import {
  auditEvents,
  comments,
  costs,
  departments,
  kpis,
  people,
  personDepartments,
  personRoles,
  reports,
  stageChanges,
  useCases,
} from "#db/schema.server";
import { type Answer, type Form, Visitor } from "./visitor";

export const LOAD_PASSWORD = "a password of the load";

const ROLES: readonly (readonly [Role | null, number])[] = [
  ["champion", 24],
  ["chair", 4],
  ["committee", 6],
  ["finance", 5],
  ["security", 3],
  ["legal", 2],
  ["executive", 2],
  ["admin", 2],
  [null, 2],
];

export interface Colleague {
  id: number;
  email: string;
  role: Role | null;
}

/** What many of them work on at the same time. */
export interface Desks {
  when: When;
  departmentId: number;
  ownerId: number;
  /** Cases that everybody edits, comments and books costs on. */
  cases: { id: number; reference: string; version: number }[];
  /** Cases that chairs move. */
  moving: { id: number; reference: string }[];
  /** Reports of the open quarter. */
  reports: { id: number; version: number }[];
}

const HOT = 6;

/** Opens fifty accounts in a demonstration and finds, or makes, what they will work on. */
export async function staff(database: Database): Promise<{ colleagues: Colleague[]; desks: Desks }> {
  const organisation = await readOrganisation(database);
  if (!organisation) throw new Error("The demonstration is not there");
  const when = whenAt(new Date(), organisation);
  const passwordHash = await hashPassword(LOAD_PASSWORD);
  return database.write(async (tx) => {
    const rooms = await tx.select({ id: departments.id }).from(departments);
    const colleagues: Colleague[] = [];
    for (const role of ROLES.flatMap(([role, many]) => Array.from({ length: many }, () => role))) {
      const name = `Collègue ${colleagues.length + 1}`;
      const email = `colleague.${colleagues.length + 1}@halvenne.example`;
      const [made] = await tx
        .insert(people)
        .values({ name, nameFolded: fold(name), email, passwordHash, locale: "fr", createdAt: when.now })
        .returning({ id: people.id });
      if (!made) throw new Error("no account");
      if (role) await tx.insert(personRoles).values({ personId: made.id, role });
      if (role === "champion") {
        await tx.insert(personDepartments).values(rooms.map(({ id }) => ({ personId: made.id, departmentId: id })));
      }
      colleagues.push({ id: made.id, email, role });
    }
    const live = await tx
      .select({ id: useCases.id, reference: useCases.reference, version: useCases.version })
      .from(useCases)
      .where(eq(useCases.stage, "production"))
      .orderBy(useCases.id);
    const open = await tx
      .select({ id: kpis.id, direction: kpis.direction, baseline: kpis.baseline })
      .from(kpis)
      .where(
        and(
          isNull(kpis.lastQuarter),
          inArray(
            kpis.useCaseId,
            live.map(({ id }) => id),
          ),
        ),
      )
      .limit(HOT);
    const made: Desks["reports"] = [];
    const words = { unavailableBecause: null, evidence: 0, source: null, note: { fr: "Charge" } } as const;
    for (const kpi of open) {
      const report = { kpiId: kpi.id, quarter: when.quarter, actual: kpi.baseline ?? 1, ...words };
      const id = await writeReport(tx, CASEBOOK, report, when);
      const [row] = await tx.select({ version: reports.version }).from(reports).where(eq(reports.id, id));
      made.push({ id, version: row?.version ?? 0 });
    }
    const desks = {
      when,
      departmentId: rooms[0]?.id ?? 0,
      ownerId: colleagues[0]?.id ?? 0,
      cases: live.slice(0, HOT),
      moving: live.slice(HOT, HOT + 3),
      reports: made,
    };
    return { colleagues, desks };
  });
}

export type Kind = "comment" | "case" | "edit" | "report" | "cost" | "move";

/** What the product said that it kept. */
export interface Kept {
  kind: Kind;
  /** Found again in what was written, and nowhere else. */
  mark: string;
}

export interface Tally {
  kept: Kept[];
  /** Edits that started from what somebody else had changed meanwhile, and were told so. */
  conflicts: number;
  reads: number[];
  writes: number[];
  /** Answers that nobody should have been given, in words. */
  wrong: string[];
  /** Requests that were told to come back later (503, 507). */
  later: number;
  /** Requests that were not answered: the server was gone. */
  cut: number;
}

export const emptyTally = (): Tally => ({
  kept: [],
  conflicts: 0,
  reads: [],
  writes: [],
  wrong: [],
  later: 0,
  cut: 0,
});

const version = (name: string, { body }: Answer) =>
  Number(new RegExp(`name="${name.replaceAll(".", "\\.")}" value="(\\d+)"`).exec(body)?.[1] ?? Number.NaN);

/** Reading with a third of writing, reading pages that nobody has made yet, or writing alone. */
export type Way = "mixed" | "anew" | "comments";

let marks = 0;

/** One colleague at a browser. */
export class Worker {
  readonly visitor: Visitor;
  readonly colleague: Colleague;
  readonly #desks: Desks;
  readonly #tally: Tally;
  /** The servers to go to in turn, so that what was written at one is read at another. */
  ports: readonly number[];
  #turn: number;

  constructor(colleague: Colleague, port: number, desks: Desks, tally: Tally, visitor = new Visitor(port)) {
    this.colleague = colleague;
    this.visitor = visitor;
    this.ports = [port];
    this.#desks = desks;
    this.#tally = tally;
    this.#turn = colleague.id;
  }

  signIn = () => this.visitor.signIn(this.colleague.email, LOAD_PASSWORD);

  /** One thing after the other until `over`. */
  async work(over: () => boolean, way: Way = "mixed"): Promise<void> {
    while (!over()) {
      this.#turn += 1;
      try {
        if (way === "comments") await this.#comment(false);
        else if (way === "mixed" && this.#turn % 3 === 0) await this.#write();
        else await this.#read(way === "anew");
      } catch {
        this.#tally.cut += 1;
        // A server that starts again is not asked faster than it can say no.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  #pick<Item>(list: readonly Item[]): Item {
    const item = list[Math.floor(this.#turn / 3) % list.length];
    if (item === undefined) throw new Error("nothing to work on");
    return item;
  }

  #mark(kind: Kind): string {
    marks += 1;
    return `${kind}-${this.colleague.id}-${marks}-fin`;
  }

  async #read(anew: boolean): Promise<void> {
    const pages = [
      "/",
      "/use-cases",
      "/use-cases?stage=production&sort=title",
      "/use-cases?q=commande",
      `/use-cases/${this.#pick(this.#desks.cases).reference}`,
      "/dashboard",
      "/pipeline",
      `/use-cases/${this.#pick(this.#desks.cases).reference}/kpis`,
    ];
    const page = pages[this.#turn % pages.length] ?? "/";
    // A parameter that no page reads makes an address of its own, whose page nobody has made yet.
    await this.#open(anew ? `${page}${page.includes("?") ? "&" : "?"}turn=${this.colleague.id}-${this.#turn}` : page);
  }

  #asked = 0;
  #goOn(): void {
    this.#asked += 1;
    this.visitor.port = this.ports[this.#asked % this.ports.length] ?? this.visitor.port;
  }

  /** The page, or null where it is told to come back later. */
  async #open(path: string): Promise<Answer | null> {
    this.#goOn();
    const answer = await this.visitor.get(path);
    this.#tally.reads.push(answer.milliseconds);
    if (answer.status === 200) return answer;
    this.#odd(`GET ${path}`, answer);
    return null;
  }

  #odd(asked: string, { status, body, location, headers }: Answer): void {
    if ((status === 503 || status === 507) && (status === 507 || headers["retry-after"])) this.#tally.later += 1;
    else this.#tally.wrong.push(`${asked}: ${status} ${location ?? body.replace(/<[^>]+>|\s+/g, " ").slice(0, 300)}`);
  }

  /** Sends a form; notes what was kept, and what was refused because somebody else was faster. */
  async #send(kind: Kind, mark: string, path: string, form: Form, mayConflict = false): Promise<boolean> {
    this.#goOn();
    const answer = await this.visitor.post(path, form);
    this.#tally.writes.push(answer.milliseconds);
    if (answer.status === 303) this.#tally.kept.push({ kind, mark });
    else if (answer.status === 409 && mayConflict) this.#tally.conflicts += 1;
    else this.#odd(`POST ${path} (${kind})`, answer);
    return answer.status === 303;
  }

  #write(): Promise<void> {
    const { role } = this.colleague;
    const acts: Record<string, readonly (() => Promise<void>)[]> = {
      champion: [this.#comment, this.#case, this.#edit, this.#report, this.#cost],
      chair: [this.#comment, this.#move],
      finance: [this.#comment, this.#cost],
    };
    return this.#pick(acts[role ?? ""] ?? [this.#comment])();
  }

  #comment = async (look = true) => {
    const mark = this.#mark("comment");
    const path = `/use-cases/${this.#pick(this.#desks.cases).reference}`;
    if (!(await this.#send("comment", mark, `${path}?index`, { body: mark })) || !look) return;
    const page = await this.#open(path);
    if (page && !page.body.includes(mark)) this.#tally.wrong.push(`GET ${path} right after: ${mark} is not there`);
  };

  #content(title: string, need: string): Form {
    const { departmentId, ownerId } = this.#desks;
    return {
      "title.fr": title,
      "need.fr": need,
      "expectedBenefit.fr": "Une demande lue en deux minutes",
      "affected.fr": "Les gestionnaires",
      departmentId,
      ownerId,
      aiType: "generative",
      "whyNew.fr": "Une charge d’essai",
      intent: "submit",
    };
  }

  #case = async () => {
    const mark = this.#mark("case");
    await this.#send("case", mark, "/use-cases/new", this.#content(`Cas ${mark}`, "Lire prend un quart d’heure"));
  };

  #edit = async () => {
    const mark = this.#mark("edit");
    const { reference } = this.#pick(this.#desks.cases);
    const path = `/use-cases/${reference}/edit`;
    const page = await this.#open(path);
    if (!page) return;
    const form = { ...this.#content(`Cas ${reference}`, mark), version: version("version", page) };
    await this.#send("edit", mark, path, form, true);
  };

  #report = async () => {
    const mark = this.#mark("report");
    const path = `/report/${this.#pick(this.#desks.reports).id}`;
    const page = await this.#open(path);
    if (!page) return;
    const words = { unavailableBecause: "", evidence: 0, source: "", note: mark };
    const form = { intent: "correct", version: version("version", page), actual: marks % 50, ...words };
    await this.#send("report", mark, path, form, true);
  };

  #cost = async () => {
    const mark = this.#mark("cost");
    const path = `/use-cases/${this.#pick(this.#desks.cases).reference}/kpis`;
    const page = await this.#open(path);
    if (!page) return;
    const { quarter } = this.#desks.when;
    const seen = `version.${quarter}.run`;
    const versions = ["build", "licence", "usage", "review", "change"].map((kind) => [`version.${quarter}.${kind}`, 0]);
    const form = { intent: "cost", quarter, kind: "run", amount: 100 + marks, note: mark };
    await this.#send(
      "cost",
      mark,
      path,
      { ...Object.fromEntries(versions), ...form, [seen]: version(seen, page) },
      true,
    );
  };

  #move = async () => {
    const mark = this.#mark("move");
    const path = `/use-cases/${this.#pick(this.#desks.moving).reference}/governance`;
    const page = await this.#open(path);
    if (!page) return;
    const from = /name="from" value="([a-z-]*)"/.exec(page.body)?.[1] ?? "";
    const to = from === "on-hold" ? "production" : "on-hold";
    const more = { relookOn: `${new Date().getUTCFullYear() + 1}-12-31`, override: to === "production" ? "yes" : "" };
    await this.#send("move", mark, path, { intent: "move", from, to, reason: mark, learning: "", ...more }, true);
  };
}

/** Where the marks of a kind stand, and where the audit log tells of them. */
async function standing(database: Database, kind: Kind, from: number): Promise<{ rows: string[]; told: string[] }> {
  const events = await database
    .select({ after: auditEvents.after })
    .from(auditEvents)
    .where(and(gt(auditEvents.id, from), sql`${auditEvents.after} like ${`%${kind}-%-fin%`}`));
  const texts: (string | undefined)[] = await {
    comment: async () => (await database.select({ text: comments.body }).from(comments)).map(({ text }) => text.fr),
    case: async () => (await database.select({ text: useCases.title }).from(useCases)).map(({ text }) => text.fr),
    move: async () =>
      (await database.select({ text: stageChanges.reason }).from(stageChanges)).map(({ text }) => text?.fr),
    edit: async () => (await database.select({ text: useCases.need }).from(useCases)).map(({ text }) => text?.fr),
    report: async () => (await database.select({ text: reports.note }).from(reports)).map(({ text }) => text?.fr),
    cost: async () => (await database.select({ text: costs.note }).from(costs)).map(({ text }) => text?.fr),
  }[kind]();
  const pattern = new RegExp(`${kind}-\\d+-\\d+-fin`, "g");
  return {
    rows: texts.flatMap((text) => text?.match(pattern) ?? []),
    told: events.flatMap(({ after }) => after?.match(pattern) ?? []),
  };
}

/** Rows that stay side by side; of the others each write replaces the one before, and the audit log keeps all. */
const SIDE_BY_SIDE: readonly Kind[] = ["comment", "case", "move"];

export async function lastEvent(database: Database): Promise<number> {
  const [last] = await database.select({ id: sql<number>`coalesce(max(${auditEvents.id}), 0)` }).from(auditEvents);
  return Number(last?.id ?? 0);
}

/** Looks for everything that was acknowledged. Answers what is amiss, in words: nothing, where nothing was lost. */
export async function amiss(database: Database, { kept }: Tally, desks: Desks, from: number): Promise<string[]> {
  const found: string[] = [];
  for (const kind of ["comment", "case", "edit", "report", "cost", "move"] as const) {
    const { rows, told } = await standing(database, kind, from);
    const times = new Map<string, number>();
    for (const mark of told) times.set(mark, (times.get(mark) ?? 0) + 1);
    for (const [mark, count] of times) if (count > 1) found.push(`${mark} was written ${count} times`);
    const there = new Set(rows);
    for (const { mark } of kept.filter((one) => one.kind === kind)) {
      if (!times.has(mark)) found.push(`${mark} was acknowledged, and the audit log knows nothing of it`);
      if (SIDE_BY_SIDE.includes(kind) && !there.has(mark)) found.push(`${mark} was acknowledged, and is not there`);
    }
    if (rows.length !== there.size) found.push(`${kind}: ${rows.length - there.size} rows stand twice`);
    for (const mark of there) if (!times.has(mark)) found.push(`${mark} is there without an audit event`);
    if (SIDE_BY_SIDE.includes(kind))
      for (const mark of times.keys()) if (!there.has(mark)) found.push(`${mark} is told of, and is not there`);
  }
  found.push(...(await lostUpdates(database, desks, from)));
  return found;
}

/** A version counts the writes of its row: where two of them started from one version, one would have been lost. */
async function lostUpdates(database: Database, desks: Desks, from: number): Promise<string[]> {
  const counted = async (kind: Kind, id: number) => {
    const subject = kind === "report" ? "report" : "use-case";
    const [row] = await database
      .select({ count: sql<number>`count(*)` })
      .from(auditEvents)
      .where(
        and(
          gt(auditEvents.id, from),
          eq(auditEvents.subject, subject),
          eq(auditEvents.subjectId, id),
          sql`${auditEvents.after} like ${`%${kind}-%-fin%`}`,
        ),
      );
    return Number(row?.count ?? 0);
  };
  const found: string[] = [];
  for (const { id, version: began } of desks.cases) {
    const [row] = await database.select({ version: useCases.version }).from(useCases).where(eq(useCases.id, id));
    const edits = await counted("edit", id);
    if ((row?.version ?? 0) - began !== edits)
      found.push(`case ${id}: ${edits} edits, version ${began} to ${row?.version}`);
  }
  for (const { id, version: began } of desks.reports) {
    const [row] = await database.select({ version: reports.version }).from(reports).where(eq(reports.id, id));
    const edits = await counted("report", id);
    if ((row?.version ?? 0) - began !== edits)
      found.push(`report ${id}: ${edits} writes, version ${began} to ${row?.version}`);
  }
  return found;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A line for whoever reads the tests' output: figures are told, not asserted. */
export function figures(tally: Tally, seconds: number): string {
  const side = (name: string, times: readonly number[]) =>
    `${name} ${(times.length / seconds).toFixed(0)}/s p50 ${percentile(times, 0.5).toFixed(1)} p95 ${percentile(times, 0.95).toFixed(1)} max ${percentile(times, 1).toFixed(0)} ms`;
  const { reads, writes, kept, conflicts, later, cut } = tally;
  return `${side("reads", reads)}; ${side("writes", writes)}; ${kept.length} kept, ${conflicts} conflicts, ${later} later, ${cut} cut`;
}
