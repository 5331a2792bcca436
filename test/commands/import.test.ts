import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { casebook, type Ended, scratch, stackless, start } from "../support/programs";

const REGISTER = "Id,Title,Department,Stage\n1,Sort mail,Customers,Pilot\n2,Forecast sales,Supply,In production\n";

/** An organisation with nobody in it yet. */
async function newBook(): Promise<{ folder: string; file: string; database: string }> {
  const folder = scratch();
  const file = join(folder, "casebook.db");
  const database = `file:${file}`;
  expect((await casebook(["migrate"], { database })).code).toBe(0);
  const db = new SQLite(file);
  db.prepare(
    "insert into organisations (name, currency, fiscal_first_month, time_zone, locale, created_at) values (?, ?, ?, ?, ?, ?)",
  ).run("Trial", "EUR", 2, "Europe/Paris", "en", 0);
  db.close();
  return { folder, file, database };
}

function count(file: string, table: string): number {
  const db = new SQLite(file, { readonly: true });
  try {
    return (db.prepare(`select count(*) as rows from ${table}`).get() as { rows: number }).rows;
  } finally {
    db.close();
  }
}

const answer = ({ out }: Ended) => JSON.parse(out);

/** `rows` cases of a register, each with a line to itself. */
function large(folder: string, rows: number): string {
  const path = join(folder, "large.csv");
  const stages = ["In production", "Pilot", "Planned", ""];
  let text = "Id,Title,Department,Stage,Need\n";
  for (let at = 0; at < rows; at++) {
    text += `R-${at},Case number ${at},Department ${at % 40},${stages[at % 4]},What case ${at} is for\n`;
  }
  writeFileSync(path, text);
  return path;
}

describe("casebook import", () => {
  test("knows last year's cases by title and department, or takes all as new", async () => {
    const { folder, file, database } = await newBook();
    const [last, next] = [join(folder, "register-2025.csv"), join(folder, "register-2026.csv")];
    writeFileSync(last, REGISTER);
    writeFileSync(next, REGISTER.replace("\n1,", "\nA,").replace("\n2,", "\nB,"));
    expect((await casebook(["import", last], { database })).code).toBe(0);
    const dry = await casebook(["import", next, "--dry-run", "--all-new", "--json"], { database });
    expect(answer(dry)).toMatchObject({ source: "register-2025", counts: { create: 2, alike: 0, gone: 2 } });
    const done = await casebook(["import", next], { database });
    expect(done.out).toContain("Known by title and department, under an id of this file from now on: 2.");
    expect(count(file, "use_cases")).toBe(2);
  });

  test("brings a file in, and changes nothing the second time", async () => {
    const { folder, file, database } = await newBook();
    const path = join(folder, "register.csv");
    writeFileSync(path, REGISTER);
    const dry = await casebook(["import", path, "--dry-run", "--json"], { database });
    expect(answer(dry)).toMatchObject({ ok: true, written: false, counts: { create: 2 } });
    expect([count(file, "use_cases"), count(file, "imports")]).toEqual([0, 0]);
    const done = await casebook(["import", path], { database });
    expect(done.code, done.error).toBe(0);
    expect(done.out).toContain("Imported: 2 created");
    const again = await casebook(["import", path, "--json"], { database });
    expect(answer(again)).toMatchObject({ written: true, counts: { create: 0, change: 0, unchanged: 2 } });
    const asked = await casebook(["import", path, "--source", "elsewhere", "--dry-run", "--json"], { database });
    expect(answer(asked).counts).toMatchObject({ create: 0, refuse: 2, asked: 2 });
    const other = await casebook(["import", path, "--source", "elsewhere", "--all-new", "--json"], { database });
    expect(answer(other)).toMatchObject({ source: "elsewhere", counts: { create: 2, newDepartments: 0 } });
    expect((await casebook(["check"], { database })).code).toBe(0);
    expect((await casebook(["audit", "verify"], { database })).code).toBe(0);
  });

  test("takes back what was changed in a file that it wrote, and nothing else", async () => {
    const { folder, file, database } = await newBook();
    const register = join(folder, "register.csv");
    writeFileSync(register, REGISTER);
    expect((await casebook(["import", register], { database })).code).toBe(0);
    const path = join(folder, "ours.csv");
    const written = await casebook(["inventory", path, "--locale", "en", "--json"], { database });
    expect(written.error).toBe("");
    expect(answer(written)).toMatchObject({ ok: true, shape: "casebook", format: "csv", cases: 2 });
    const text = readFileSync(path, "utf8");
    expect(text).toContain("Casebook reference,Casebook version");
    const [first = ""] = /UC-\d+/.exec(text) ?? [];
    writeFileSync(path, text.replace(new RegExp(`(${first},[^,]+,)[^,]*,[^,]*`), "$1,Told anew"));
    const back = await casebook(["import", path], { database });
    expect(back.out).toContain(`Cases that change: 1 (${first}).`);
    expect(count(file, "use_cases")).toBe(2);
    const again = await casebook(["import", path, "--json"], { database });
    expect(answer(again)).toMatchObject({ counts: { change: 0, unchanged: 2, conflicts: 0 } });
    const shaped = join(folder, "shaped.json");
    expect((await casebook(["inventory", shaped, "--shape", "us-federal-2024"], { database })).code).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(shaped, "utf8"))[0])).toHaveLength(62);
    const wrong = await casebook(["inventory", path, "--shape", "water"], { database });
    expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining("There is no shape «water»")]);
    expect((await casebook(["check"], { database })).code).toBe(0);
  });

  test("refuses all for one row, unless it may leave refused rows out, and writes them to a file", async () => {
    const { folder, file, database } = await newBook();
    const path = join(folder, "register.csv");
    writeFileSync(path, `${REGISTER}3,,Supply,Pilot\n`);
    const errors = join(folder, "refused.csv");
    const refused = await casebook(["import", path, "--errors", errors], { database });
    expect(refused.code).toBe(1);
    expect(refused.out).toContain("Line 4 is refused: ");
    expect(refused.out).toContain("Nothing is imported");
    expect(stackless(refused)).toBe(true);
    expect(readFileSync(errors, "utf8")).toContain("casebook_reason");
    expect([count(file, "use_cases"), count(file, "departments"), count(file, "audit_events")]).toEqual([0, 0, 0]);
    const rest = await casebook(["import", path, "--leave-out-refused", "--json"], { database });
    expect([rest.code, answer(rest).written, count(file, "use_cases")]).toEqual([1, true, 2]);
  });

  test.each([
    [["import"], 2, "The argument FILE is missing."],
    [["import", "nowhere.csv"], 1, "nowhere.csv cannot be read (ENOENT)."],
    [["import", "register.csv", "--preset", "Mars"], 2, "There is no preset «Mars». Known: US federal inventory 2024"],
    [["import", "register.csv", "--preset", "UK: algorithmic transparency records"], 1, "This file lacks columns"],
    [["import", "register.csv", "--source", " "], 2, "The register's name must have 1 to 80 characters."],
    [["import", "letter.csv"], 1, "no table"],
  ])("%j: exit %i, and a sentence", async (typed, code, sentence) => {
    const { folder, database } = await newBook();
    writeFileSync(join(folder, "register.csv"), REGISTER);
    writeFileSync(
      join(folder, "letter.csv"),
      "Dear Ann, dear Bob\nas I said, then, and again\nand on, and on, for long\nMe\n",
    );
    const [name, file, ...rest] = typed;
    const whole = [name, ...(file ? [join(folder, file)] : []), ...rest].filter((word) => word !== undefined);
    const ended = await casebook(whole, { database });
    expect(ended.code).toBe(code);
    expect(ended.error).toContain(sentence);
    expect(stackless(ended)).toBe(true);
  });

  test("killed in the middle of writing, leaves nothing", async () => {
    const { folder, file, database } = await newBook();
    const path = large(folder, 30_000);
    const child = spawn(process.execPath, ["build/cli.js", "import", path], {
      cwd: inject("checkout"),
      env: { ...process.env, DATABASE_URL: database },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const ended = new Promise((over) => child.on("close", (_, signal) => over(signal)));
    onTestFinished(() => void child.kill("SIGKILL"));
    await new Promise<void>((heard) =>
      child.stderr.on("data", (text) => {
        if (String(text).includes("Written: 10,000")) heard();
      }),
    );
    child.kill("SIGKILL");
    expect(await ended).toBe("SIGKILL");
    for (const table of ["use_cases", "departments", "standings", "stage_changes", "audit_events", "imports"]) {
      expect(count(file, table), table).toBe(0);
    }
    expect((await casebook(["check"], { database })).code).toBe(0);
    const again = await casebook(["import", path, "--json"], { database });
    expect(answer(again).counts.create).toBe(30_000);
  });

  test("brings 100,000 rows in with less than 400 MB", { timeout: 240_000 }, async () => {
    const { folder, file, database } = await newBook();
    const path = large(folder, 100_000);
    const measure = join(folder, "measure.mjs");
    const peak = join(folder, "peak");
    writeFileSync(
      measure,
      `import { writeFileSync } from "node:fs";
       process.on("exit", () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS / 1024)));`,
    );
    const done = await start(process.execPath, ["--import", measure, "build/cli.js", "import", path, "--json"], {
      env: { DATABASE_URL: database },
    }).ended;
    expect(done.code, done.error).toBe(0);
    expect(answer(done).counts).toMatchObject({ create: 100_000, refuse: 0, unknownStages: 25_000 });
    expect(count(file, "use_cases")).toBe(100_000);
    const megabytes = Number(readFileSync(peak, "utf8"));
    expect(megabytes).toBeGreaterThan(50);
    expect(megabytes).toBeLessThan(400);
  });
});
