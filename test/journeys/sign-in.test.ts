import { describe, expect, test } from "vitest";
import { openApp, PASSWORD } from "../support/app";

describe("Signing in", () => {
  test("leads a person home, and a stranger to the sign-in page", async () => {
    const app = await openApp();
    const stranger = app.stranger();
    expect((await stranger.get("/")).location).toBe("/sign-in");
    const person = await app.signedIn("Camille Martin", { roles: ["champion"] });
    const home = await person.get("/");
    expect(home.status).toBe(200);
    expect(home.document.querySelector("html")?.getAttribute("lang")).toBe("fr");
  });

  test("refuses a wrong password, and after five tries refuses to look", async () => {
    const app = await openApp();
    const stranger = app.stranger();
    for (let attempt = 0; attempt < 5; attempt++) {
      const refused = await stranger.post("/sign-in", { email: "admin@example.com", password: "wrong wrong" });
      expect(refused.status).toBe(403);
      expect(refused.find("#email").getAttribute("value")).toBe("admin@example.com");
      expect(refused.html).not.toContain("wrong wrong");
    }
    const throttled = await stranger.post("/sign-in", { email: "admin@example.com", password: PASSWORD });
    expect(throttled.status).toBe(429);
  });
});
