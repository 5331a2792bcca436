/** `npm run bench`, as short as it can be: that it runs from end to end, and what it answers. */
import { describe, expect, test } from "vitest";
import { start } from "../support/programs";

const bench = (...args: string[]) => start(process.execPath, ["bin/bench.mjs", ...args]).ended;

describe("npm run bench", () => {
  test("--help says what there is; what there is not is refused in a sentence", async () => {
    const help = await bench("--help");
    expect(help).toMatchObject({ code: 0 });
    expect(help.out).toContain("--cases N");
    const unknown = await bench("--fast");
    expect(unknown).toMatchObject({ code: 2, out: "" });
    expect(unknown.error).toContain("--fast");
    const nowhere = await bench("--only", "lists");
    expect(nowhere).toMatchObject({ code: 2 });
    expect(nowhere.error).toContain("list-filtered");
  });

  // It builds, fills and serves several servers: on a busy machine that takes minutes.
  test("measures a page beside its floors, and says which goals are kept", { timeout: 300_000 }, async () => {
    const size = ["--cases", "100", "--reports", "200", "--only", "list"];
    const { code, out, error } = await bench("--quick", "--no-browser", "--json", "--import-rows", "20", ...size);
    expect(error).not.toContain("Error");
    expect(code).toBe(0);
    const { pages, writes, imported, verdicts, machine, ...result } = JSON.parse(out);
    expect(result).toMatchObject({ version: 1, engine: "sqlite", cases: 100, reports: 200, browser: null });
    expect(machine.processors).toBeGreaterThan(0);
    expect(pages).toHaveLength(1);
    expect(pages[0].bytes).toBeGreaterThan(pages[0].gzipBytes);
    // The floors answer with the rows: as JSON, as a page, as a page of the framework.
    const { json, string, remix } = pages[0].floors;
    expect(json.bytes).toBeGreaterThan(2_000);
    expect(string.bytes).toBeGreaterThan(json.bytes);
    expect(remix.bytes).toBeGreaterThan(string.bytes);
    expect(writes.storm).toMatchObject({ connections: 64, errors: 0 });
    expect(imported.rows).toBe(20);
    expect(verdicts.map(({ goal }: { goal: string }) => goal)).toContain("list: p50, of SQL + stream");
  });
});
