import { describe, expect, test } from "vitest";
import { openApp } from "../support/app";

const BROWSER = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const NONE = ["/notifications/99999", "/committee/99/minutes.md", "/import/999/refused.csv"];
const SENT_ONLY = ["/preferences", "/use-cases/draft", "/business-cases/evaluate"];

async function readers() {
  const app = await openApp();
  const french = await app.signedIn("Nadia", { roles: ["chair"] });
  return { app, french, english: await app.signedIn("Ellen", { roles: ["chair"], locale: "en" }) };
}

describe("What leads nowhere", () => {
  test("is a page with a way back to a browser, in its reader's language", async () => {
    const { french, english } = await readers();
    const from = { ...BROWSER, Referer: "http://localhost:3000/use-cases?stage=poc" };
    for (const path of [...NONE, ...SENT_ONLY]) {
      const page = await french.get(path, from);
      expect([path, page.status]).toEqual([path, NONE.includes(path) ? 404 : 405]);
      expect(page.headers.get("Content-Type")).toMatch(/^text\/html/);
      expect(page.find("h1").text).toBe("Introuvable");
      expect(page.find('main a[href="/use-cases?stage=poc"]').text).toBe("Revenir à la page d’avant");
      expect(page.find('main a[href="/"]').text).toBe("Revenir à l’accueil");
      expect(page.html).toContain("Nadia");
      expect((await english.get(path, BROWSER)).find("h1").text).toBe("Not found");
    }
  });

  test("is JSON to a program", async () => {
    const { french } = await readers();
    for (const path of [...NONE, ...SENT_ONLY]) {
      for (const accept of ["*/*", "application/json"]) {
        const answer = await french.get(path, { Accept: accept });
        expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
        expect(JSON.parse(answer.html)).toMatchObject({ refusal: { key: expect.any(String) } });
      }
    }
  });

  test("keeps what was written in a form that a resource refuses", async () => {
    const { french } = await readers();
    const words = "Ce que j’ai écrit là est long et mérite d’être gardé.";
    const page = await french.post("/use-cases/draft", { reference: "UC-9999", version: 1, "need.fr": words }, BROWSER);
    expect(page.status).toBe(404);
    expect(page.find("blockquote").text).toBe(words);
  });

  test("is told within the shell where it is no page at all, in the reader's language", async () => {
    const { app, english } = await readers();
    for (const path of ["/zzz", "/use-cases/UC-0001/zzz/zzz"]) {
      const page = await english.get(path);
      expect(page.status).toBe(404);
      expect(page.find("h1").text).toBe("Not found");
      expect(page.html).toContain("Ellen");
    }
    const page = await app.stranger({ "Accept-Language": "en" }).get("/zzz");
    expect([page.status, page.find("h1").text]).toEqual([404, "Not found"]);
  });

  test("leads back to no other site", async () => {
    const { english } = await readers();
    const page = await english.get("/zzz", { Referer: "https://elsewhere.example/use-cases" });
    expect(page.html).not.toContain("elsewhere");
  });
});
