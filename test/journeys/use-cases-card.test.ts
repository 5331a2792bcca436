import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";
import { aCase } from "../support/cases";

describe("The card of a use case", () => {
  test("says what it is and where it stands", async () => {
    const app = await openApp();
    const { reference } = await aCase(app, { title: "Relire les contrats" });
    expect(reference).toBe("UC-0001");
    const reader = await app.signedIn("Lou Bernard");
    const page = await reader.get(`/use-cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.find("h1").text).toBe("Relire les contrats");
    expect(page.text).toContain("Soumis");
    expect((await reader.get("/use-cases/UC-9999")).status).toBe(404);
  });
});
