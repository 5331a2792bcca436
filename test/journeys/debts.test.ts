/** A case that already lives: its gates show what is missing, and stand in nobody's way. */
import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";

describe("A case entered straight at its stage", () => {
  test("shows what its gates would have asked, where to mend it, in one list and to its champion", async () => {
    const app = await openApp();
    const department = await app.department("A", "Achats");
    const champion = await app.signedIn("Chloé Champion", { roles: ["champion"], departments: [department] });
    const { reference } = await aCase(app, {
      title: "Relire les contrats",
      departmentId: department,
      stage: "production",
      stageSince: "2024-02-01",
    });
    const { reference: usual } = await aCase(app, { title: "Autre chose", departmentId: department });
    const page = await champion.get(`/use-cases/${reference}`);
    expect(page.text).toContain("depuis le 1er février 2024");
    expect(page.find("#debts").text).toMatch(/\d+ dettes/);
    const links = page.all("#debts .checklist a").map((link) => link.getAttribute("href"));
    expect(links).toContain(`/use-cases/${reference}/governance#sign-offs`);
    expect(links).toContain(`/use-cases/${reference}/kpis`);
    // The scoring model of this house is not made yet, which its assessment needs.
    const open = [...new Set(links)].filter((link) => !link?.endsWith("/assessment"));
    for (const link of open) expect((await champion.get(link ?? "")).status, link).toBe(200);
    expect((await champion.get(`/use-cases/${usual}`)).all("#debts")).toEqual([]);
    const list = await champion.get("/debts");
    expect(list.text).toContain("Relire les contrats");
    expect(list.text).not.toContain("Autre chose");
    expect((await champion.get("/debts?department=999")).text).toContain("Aucun cas n’a de dette");
    expect((await champion.get("/debts?department=x&after=-1")).status).toBe(200);
    const home = await champion.get("/");
    expect(home.text).toContain("1 cas de votre département a une dette");
    expect(home.all('a[href="/debts"]')).toHaveLength(1);
  });
});
