/** A campaign from its call to its summary, and the lines that are captured for it. */
import jsQR from "jsqr";
import { expect, test } from "vitest";
import { verifyAudit } from "#app/people/audit.server";
import { campaigns, notifications, useCases } from "#db/schema.server";
import { type App, openApp, type Person, TODAY } from "../support/app";
import { aCase } from "../support/cases";
import { doJobs } from "../support/jobs";
import { openSite } from "../support/site";

const A_DAY = 86_400_000;

const said = (hostId: number, changes: Record<string, string | string[]> = {}) => ({
  "name.fr": "Sprint d’automne",
  kind: "sprint",
  startsOn: "2026-11-16",
  endsOn: "2026-11-27",
  target: "10",
  hostId: String(hostId),
  ...changes,
});

async function aHouse() {
  const app = await openApp();
  const sales = await app.department("VTE", "Ventes");
  const finance = await app.department("FIN", "Finance");
  const chair = await app.signedIn("Claire Vasseur", { roles: ["chair"] });
  const nadia = await app.signedIn("Nadia Belkacem", { roles: ["champion"], departments: [sales] });
  return { app, sales, finance, chair, nadia };
}

/** A campaign that runs and lets people without an account in. */
async function anOpenOne(house: Awaited<ReturnType<typeof aHouse>>, changes: Record<string, string | string[]> = {}) {
  const { app, chair, nadia } = house;
  const page = await chair.submit("/campaigns/new", said(nadia.id, { openCapture: "yes", ...changes }));
  const [campaign] = await app.database.select().from(campaigns);
  if (!campaign) throw new Error("No campaign was made");
  return { page, campaign, link: `/capture/${campaign.captureCode}` };
}

const linesOf = async ({ database }: App) =>
  (await database.select().from(useCases))
    .sort((a, b) => a.id - b.id)
    .map(({ title, ...one }) => ({ title: title.fr, ...one }));
const keyOf = (page: Awaited<ReturnType<Person["get"]>>) => page.find('[name="key"]').getAttribute("value") ?? "";

test("A chair calls all departments, a champion their own; nobody else starts a campaign", async () => {
  const { chair, nadia, sales, finance, app } = await aHouse();
  const empty = await chair.get("/campaigns");
  expect(empty.text).toContain("Aucune campagne en cours");
  const wrong = await chair.post("/campaigns/new", said(nadia.id, { "name.fr": "", endsOn: "2026-11-01" }));
  expect(wrong.status).toBe(400);
  expect(wrong.find('[name="target"]').getAttribute("value")).toBe("10");
  const apart = await chair.post(
    "/campaigns/new",
    said(nadia.id, { "departments[]": [String(sales)], [`targets.${sales}`]: "11", [`targets.${finance}`]: "2" }),
  );
  expect(apart.status).toBe(400);
  expect(apart.text).toContain("ne dépasse pas celui de la campagne");
  expect(apart.text).toContain("Invitez ce département");
  expect(apart.find(`[name="targets.${sales}"]`).getAttribute("value")).toBe("11");
  const page = await chair.submit("/campaigns/new", said(nadia.id));
  expect(page.find("h1").text).toBe("Sprint d’automne");
  expect(page.text).toContain("Ventes");
  expect(page.text).toContain("rien encore");
  const own = said(nadia.id, { "departments[]": [String(sales)], [`targets.${sales}`]: "3" });
  expect((await nadia.submit("/campaigns/new", own)).find("h1").text).toBe("Sprint d’automne");
  expect((await nadia.post("/campaigns/new", said(nadia.id))).status).toBe(403);
  expect((await nadia.post("/campaigns/new", said(nadia.id, { "departments[]": [String(finance)] }))).status).toBe(403);
  const executive = await app.signedIn("Helene Darcy", { roles: ["executive"] });
  expect((await executive.get("/campaigns/new")).status).toBe(403);
  expect((await executive.get("/campaigns")).text).toContain("Sprint d’automne");
  const slugs = (await app.database.select().from(campaigns)).map(({ slug }) => slug).sort();
  expect(slugs).toEqual(["sprint-d-automne", "sprint-d-automne-2"]);
});

test("A case that is put in by the campaign's page counts for it; a draft and a merged one do not", async () => {
  const house = await aHouse();
  const { app, nadia, sales } = house;
  await anOpenOne(house);
  const form = await nadia.get("/use-cases/new?campaign=sprint-d-automne");
  expect(form.find('[name="campaign"] option[selected]').getAttribute("value")).toBe("sprint-d-automne");
  const complete = {
    ...{
      "need.fr": "Relire chaque devis",
      "title.fr": "Relire les devis",
      departmentId: sales,
      "affected.fr": "Vendeurs",
    },
    ...{ "expectedBenefit.fr": "Un jour par mois", ownerId: nadia.id, campaign: "sprint-d-automne" },
  };
  await nadia.submit("/use-cases/new", { ...complete, intent: "submit" });
  await nadia.submit("/use-cases/new", { "title.fr": "Plus tard", campaign: "sprint-d-automne", intent: "save" });
  const page = await nadia.get("/campaigns/sprint-d-automne");
  expect(page.text).toMatch(/Cas soumis ?1 ?sur 10 espérés/);
  expect(page.text).toMatch(/Lignes à compléter ?1/);
  // On a telephone the departments are cards, of which nothing is cut off.
  expect(page.find("table.table-cards tbody").text).toContain("Ventes");
  // A draft of the form is its author's alone.
  expect(page.text).toContain("Relire les devis");
  expect(page.text).not.toContain("Plus tard");
  const list = await nadia.get(page.find('a[href^="/use-cases?campaign="]').getAttribute("href") ?? "");
  expect(list.text).toContain("Relire les devis");
  await aCase(app, { title: "Sans campagne" });
  expect((await nadia.get("/campaigns/sprint-d-automne")).text).toMatch(/Cas soumis ?1 ?sur 10/);
  const other = await nadia.post("/use-cases/new", { ...complete, campaign: "nowhere", intent: "submit" });
  expect(other.status).toBe(404);
});

test("Whoever has the link writes lines without an account, and sees nothing of the register", async () => {
  const house = await aHouse();
  const { app, nadia, sales } = house;
  const { link, campaign } = await anOpenOne(house);
  await aCase(app, { title: "Un secret du registre" });
  const stranger = app.stranger();
  const page = await stranger.get(link);
  expect(page.headers.get("Cache-Control")).toBe("no-store");
  expect(page.html).not.toContain("secret du registre");
  const hostile = '<script>alert(1)</script> \u202e=HYPERLINK("x")';
  const line = { line: `- ${hostile}`, departmentId: sales, name: "Maëlle", key: keyOf(page) };
  const sent = await stranger.submit(link, line);
  expect(sent.text).toContain("Envoyées depuis cet appareil");
  expect(sent.find("[data-last-lines]").text).toContain("<script>alert(1)</script>");
  expect(sent.find('[name="name"]').getAttribute("value")).toBe("Maëlle");
  // The same sending twice is one; another line under its key, of a page gone back to, is another.
  await stranger.submit(link, line);
  await stranger.submit(link, { ...line, line: "Une autre" });
  const lines = (await linesOf(app)).slice(1);
  expect(lines.map(({ title }) => title)).toEqual(['<script>alert(1)</script> =HYPERLINK("x")', "Une autre"]);
  expect(lines[0]).toMatchObject({
    authorId: nadia.id,
    capturedBy: "Maëlle",
    campaignId: campaign.id,
    source: "workshop",
    stage: "draft",
  });
  expect((await stranger.get("/use-cases/UC-0002")).location).toMatch(/^\/sign-in/);
  expect((await stranger.get("/campaigns/sprint-d-automne/wall")).location).toMatch(/^\/sign-in/);
  expect((await stranger.get("/capture/wrong-code-here")).status).toBe(404);
  expect(
    (await stranger.post(link, line, { Origin: "https://elsewhere.example", Host: "localhost:3000" })).status,
  ).toBe(403);
  expect((await stranger.post(link, { line: "", key: "" })).status).toBe(400);
  expect((await stranger.post(link, { line: "x".repeat(1_001) })).status).toBe(400);
  expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
});

test("A link says kindly that capturing is over, is renewed, or is for people with an account", async () => {
  const house = await aHouse();
  const { app, chair } = house;
  const { link } = await anOpenOne(house);
  const stranger = app.stranger();
  await chair.submit("/campaigns/sprint-d-automne", { intent: "renew" });
  expect((await stranger.get(link)).status).toBe(404);
  const [renewed] = await app.database.select().from(campaigns);
  const next = `/capture/${renewed?.captureCode}`;
  expect((await stranger.get(next)).status).toBe(200);
  await chair.submit("/campaigns/sprint-d-automne", { intent: "end" });
  expect((await stranger.get(next)).text).toContain("La captation est terminée");
  expect((await stranger.post(next, { line: "Trop tard" })).status).toBe(409);
  await chair.submit("/campaigns/sprint-d-automne", { intent: "reopen" });
  expect((await stranger.post(next, { line: "À temps" })).status).toBe(303);
  await app.database.write((tx) => tx.update(campaigns).set({ openCapture: false }));
  expect((await stranger.get(next)).text).toContain("J’ai un compte");
  expect((await stranger.post(next, { line: "Sans compte" })).status).toBe(403);
  app.clock.at = new Date(TODAY.getTime() + 10 * A_DAY);
  expect((await stranger.get(next)).text).toContain("La captation est terminée");
});

test("Thirty phones of one office send fifty lines at once through one code: none is lost, none doubled, each phone's order is kept", async () => {
  const house = await aHouse();
  const { app } = house;
  const { link } = await anOpenOne(house);
  const site = await openSite(app);
  const phones = Array.from({ length: 30 }, (_, phone) => ({ phone, lines: phone < 20 ? 2 : 1 }));
  const from = performance.now();
  const slowest: number[] = [];
  await Promise.all(
    phones.map(async ({ phone, lines }) => {
      for (let at = 0; at < lines; at++) {
        const began = performance.now();
        const page = await (await fetch(`${site.address}${link}`)).text();
        const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? "";
        const send = () => {
          const body = new FormData();
          for (const [name, value] of Object.entries({
            key,
            line: `Besoin ${phone}.${at}`,
            name: `Téléphone ${phone}`,
          }))
            body.set(name, value);
          return fetch(`${site.address}${link}`, { method: "POST", body, redirect: "manual" });
        };
        // Every third phone is impatient, and sends twice.
        const answers = await Promise.all(phone % 3 === 0 ? [send(), send()] : [send()]);
        for (const answer of answers) expect(answer.status).toBe(303);
        slowest.push(performance.now() - began);
      }
    }),
  );
  const milliseconds = Math.round(performance.now() - from);
  const lines = await linesOf(app);
  expect(lines).toHaveLength(50);
  expect(new Set(lines.map(({ title }) => title)).size).toBe(50);
  expect(new Set(lines.map(({ reference }) => reference)).size).toBe(50);
  for (const { phone } of phones) {
    const own = lines.filter(({ capturedBy }) => capturedBy === `Téléphone ${phone}`).map(({ title }) => title);
    expect(own).toEqual([...own].sort());
  }
  expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
  expect(milliseconds).toBeLessThan(20_000);
  expect(Math.max(...slowest)).toBeLessThan(10_000);
});

test("A network that sends without end is asked to wait; another still gets through", async () => {
  const house = await aHouse();
  const { app } = house;
  const { link } = await anOpenOne(house);
  const { countUse } = await import("#app/people/throttle.server");
  const { USES_PER_NETWORK } = await import("#app/use-cases/capture/capture.server");
  await app.database.write(async (tx) => {
    for (let use = 0; use < USES_PER_NETWORK; use++)
      await countUse(tx, { "capture 127.0.0.1": USES_PER_NETWORK }, TODAY);
  });
  const refused = await app.stranger().post(link, { line: "Encore une" });
  expect(refused.status).toBe(429);
  expect(refused.find('[name="line"]').text).toContain("Encore une");
  expect((await app.stranger({ "X-Test-Address": "192.0.2.7" }).post(link, { line: "D’ailleurs" })).status).toBe(303);
  app.clock.at = new Date(TODAY.getTime() + 16 * 60_000);
  expect((await app.stranger().post(link, { line: "Plus tard" })).status).toBe(303);
});

test("A pasted list is looked through for doubles, and put in at once, in its order", async () => {
  const house = await aHouse();
  const { app, nadia, sales } = house;
  await anOpenOne(house);
  await aCase(app, { title: "Trier les demandes de remboursement des clients" });
  const pasted =
    "1. Trier les demandes de remboursement\n\n• Relire les contrats de vente\n- RELIRE les contrats de vente\r\nAppeler les clients en retard";
  const fields = { departmentId: sales, campaign: "sprint-d-automne" };
  const looked = await nadia.post("/capture/list", { intent: "look", lines: pasted, ...fields });
  expect(looked.status).toBe(200);
  expect(looked.text).toContain("4 lignes");
  expect(looked.text).toContain("ressemble à UC-0001");
  expect(looked.text).toContain("la même que la ligne 2");
  const boxes = looked.all('input[type="checkbox"]');
  expect(boxes.map((box) => box.hasAttribute("checked"))).toEqual([true, true, false, true]);
  const put: Record<string, string | number> = { intent: "put-in", key: keyOf(looked), ...fields };
  for (const line of looked.all('input[name$=".line"]'))
    put[line.getAttribute("name") ?? ""] = line.getAttribute("value") ?? "";
  for (const box of boxes.filter((one) => one.hasAttribute("checked"))) put[box.getAttribute("name") ?? ""] = "yes";
  const [lines] = await Promise.all([nadia.submit("/capture/list", put), nadia.submit("/capture/list", put)]);
  expect(lines.text).toContain("Relire les contrats de vente");
  const made = (await linesOf(app)).slice(1);
  expect(made.map(({ title }) => title)).toEqual([
    "Trier les demandes de remboursement",
    "Relire les contrats de vente",
    "Appeler les clients en retard",
  ]);
  expect(made.every(({ capturedBy, authorId }) => capturedBy === "Nadia Belkacem" && authorId === nadia.id)).toBe(true);
  const none = await nadia.submit("/capture/list", { intent: "put-in", key: "another-key" });
  expect(none.text).toContain("rien n’a été enregistré");
  const tooMany = await nadia.post("/capture/list", { intent: "look", lines: "besoin\n".repeat(201), ...fields });
  expect(tooMany.status).toBe(400);
});

test("A line that is too long is refused in words that say which, and comes back as it was typed", async () => {
  const house = await aHouse();
  const { app, nadia } = house;
  await anOpenOne(house);
  const long = `Recopier les bons ${"de livraison ".repeat(90)}fin`;
  const list = await nadia.post("/capture/list", { intent: "look", lines: `\n\r\nUne courte\r\n \n${long}` });
  expect(list.status).toBe(400);
  expect(list.text).toContain("La ligne 5 est trop longue : 1 191 caractères, au plus 1 000.");
  expect(list.text).toContain("Elle commence par « Recopier les bons de livraison");
  expect(list.find('textarea[name="lines"]').text).toContain("fin");
  const one = await nadia.post("/capture", { line: long, key: "a-key-of-its-own" });
  expect([one.status, one.find('textarea[name="line"]').text.trim()]).toEqual([400, long]);
  expect(one.text).toContain("Au plus 1 000 caractères");
  for (const path of ["/capture", "/capture/list"]) {
    // A browser would cut what is pasted into a field with a limit, and tell nobody.
    expect((await nadia.get(path)).find("textarea").getAttribute("maxlength"), path).toBeUndefined();
  }
  expect(await linesOf(app)).toEqual([]);
});

test("Captured lines are completed by who captured them, or handed to whoever knows the subject", async () => {
  const house = await aHouse();
  const { app, nadia, sales, finance } = house;
  const { link } = await anOpenOne(house);
  const julien = await app.signedIn("Julien Perrot", { roles: ["champion"], departments: [finance] });
  const employee = await app.signedIn("David Schmitt");
  await employee.submit("/capture", { line: "Sans rôle, mais avec une idée", campaign: "sprint-d-automne" });
  await app.stranger().post(link, { line: "Pour la finance", departmentId: sales, name: "Lou" });
  const mine = await nadia.get("/capture/lines");
  expect(mine.text).toContain("Pour la finance");
  expect(mine.text).not.toContain("Sans rôle");
  const [, line] = await linesOf(app);
  expect((await julien.post("/capture/lines", { "cases[]": [String(line?.id)], to: julien.id })).status).toBe(403);
  expect((await nadia.post("/capture/lines", { "cases[]": [String(line?.id)], to: employee.id })).status).toBe(409);
  expect((await nadia.post("/capture/lines", { to: julien.id })).status).toBe(400);
  await nadia.submit("/capture/lines", { "cases[]": [String(line?.id)], to: julien.id, departmentId: finance });
  const [, given] = await linesOf(app);
  expect(given).toMatchObject({ authorId: julien.id, departmentId: finance, capturedBy: "Lou" });
  expect((await julien.get("/capture/lines")).text).toContain("Pour la finance");
  expect((await julien.get("/notifications")).text).toContain("vous confie une ligne captée");
  expect((await julien.get("/")).text).toContain("ligne captée à compléter");
  expect((await employee.get("/capture/lines")).text).toContain("Sans rôle, mais avec une idée");
  const page = await julien.get("/campaigns/sprint-d-automne");
  expect(page.text).toContain("Lou · 1 cas");
});

test("The wall shows the count, the departments and the last lines, and a code that a camera reads", async () => {
  const house = await aHouse();
  const { app, nadia, sales } = house;
  const { link, campaign } = await anOpenOne(house, {
    "departments[]": [String(sales)],
    [`targets.${sales}`]: "3",
  });
  await app.stranger().post(link, { line: "Recopier les bons de livraison", departmentId: sales, name: "Maëlle" });
  const wall = await nadia.get("/campaigns/sprint-d-automne/wall");
  expect(wall.text).toContain("Recopier les bons de livraison");
  expect(wall.text).toContain("Ventes · Maëlle");
  // A captured line is named beside what is submitted, and never set against the target: as on the campaign's page.
  const parts = wall.all(".wall-parts li").map(({ text }) => text);
  expect(parts.find((text) => text.startsWith("Ventes"))).toContain("0 cas soumis sur 3");
  expect(parts.find((text) => text.startsWith("Ventes"))).toContain("et 1 ligne à compléter");
  expect(wall.html).toContain('<noscript><meta http-equiv="refresh" content="15"/></noscript>');
  expect(wall.html).toContain('data-theme="dark"');
  expect(wall.html).not.toContain('class="rail"');
  const words = wall.find(".address").text;
  const read = readCode(wall.find(".qr-code").outerHTML);
  expect(read).toBe(`http://${words}`);
  expect(read.replace(/-/g, "")).toContain(campaign.captureCode);
  expect((await app.stranger().get(new URL(read).pathname)).status).toBe(200);
});

/** What a camera reads in a drawn code: its strokes as pixels, eight to a cell. */
function readCode(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/i.exec(svg)?.[1]);
  const scale = 8;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const begins = row * size * scale + Number(x) * scale;
      for (let at = begins; at < begins + Number(width) * scale; at++) pixels.fill(0, at * 4, at * 4 + 3);
    }
  }
  return jsQR(pixels, size * scale, size * scale)?.data ?? "";
}

test("At its end its host writes a summary beside figures that go on; it is deleted only while nothing was put in", async () => {
  const house = await aHouse();
  const { app, chair, nadia } = house;
  const { link } = await anOpenOne(house);
  expect(
    (await nadia.post("/campaigns/sprint-d-automne", { intent: "summary", version: "1", "summary.fr": "Trop tôt" }))
      .status,
  ).toBe(409);
  await app.stranger().post(link, { line: "Une ligne" });
  expect((await chair.post("/campaigns/sprint-d-automne", { intent: "delete" })).status).toBe(409);
  app.clock.at = new Date(TODAY.getTime() + 10 * A_DAY);
  const version = (await nadia.get("/campaigns/sprint-d-automne")).find('[name="version"]').getAttribute("value") ?? "";
  const summary = { intent: "summary", version, "summary.fr": "Deux besoins retenus." };
  expect((await nadia.submit("/campaigns/sprint-d-automne", summary)).text).toContain("Deux besoins retenus.");
  expect((await nadia.post("/campaigns/sprint-d-automne", summary)).status).toBe(409);
  const other = await app.signedIn("Autre", { roles: ["champion"] });
  expect((await other.post("/campaigns/sprint-d-automne", { intent: "end" })).status).toBe(403);
  const next = await chair.submit(
    "/campaigns/new",
    said(nadia.id, { "name.fr": "Vide", startsOn: "2026-12-01", endsOn: "2026-12-10" }),
  );
  expect(next.find("h1").text).toBe("Vide");
  expect((await chair.submit("/campaigns/vide", { intent: "delete" })).find("h1").text).toBe("Campagnes");
  expect((await chair.get("/campaigns/vide")).status).toBe(404);
  expect(await verifyAudit(app.database)).toMatchObject({ whole: true });
});

test("An edit that started from an older version is refused, and a host cannot call on departments that are not theirs", async () => {
  const house = await aHouse();
  const { chair, nadia, sales, finance } = house;
  await chair.submit("/campaigns/new", said(nadia.id, { "departments[]": [String(sales)] }));
  const path = "/campaigns/sprint-d-automne/edit";
  const edit = said(nadia.id, { "departments[]": [String(sales)], version: "1", target: "12" });
  expect((await nadia.submit(path, edit)).text).toContain("sur 12 espérés");
  const stale = await chair.post(path, { ...edit, target: "20" });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain("Deux versions de la même fiche");
  const wider = { ...edit, version: "2", "departments[]": [String(sales), String(finance)] };
  expect((await nadia.post(path, wider)).status).toBe(403);
  expect((await chair.post(path, wider)).status).toBe(303);
});

test("Champions who are invited are told when it begins and three days before it ends, each once", async () => {
  const house = await aHouse();
  const { app, chair, nadia, sales, finance } = house;
  await app.signedIn("Julien Perrot", { roles: ["champion"], departments: [finance] });
  await chair.submit("/campaigns/new", said(nadia.id, { "departments[]": [String(sales)], startsOn: "2026-11-21" }));
  const told = async () =>
    (await app.database.select().from(notifications)).map(({ kind, personId }) => ({ kind, personId }));
  await doJobs(app);
  expect(await told()).toEqual([]);
  app.clock.at = new Date(TODAY.getTime() + A_DAY);
  await doJobs(app);
  app.clock.at = new Date(TODAY.getTime() + 2 * A_DAY);
  await doJobs(app);
  const started = { kind: "campaign-started", personId: nadia.id };
  expect(await told()).toEqual([started]);
  expect((await nadia.get("/notifications")).text).toContain("La campagne « Sprint d’automne » a commencé");
  app.clock.at = new Date(TODAY.getTime() + 4 * A_DAY);
  await doJobs(app);
  app.clock.at = new Date(TODAY.getTime() + 5 * A_DAY);
  await doJobs(app);
  expect(await told()).toEqual([started, { kind: "campaign-ending", personId: nadia.id }]);
});
