/** The product from its sources, with a real migrated database: a journey sends requests and reads pages. */
import { hash } from "@node-rs/argon2";
import type { ServerBuild } from "@remix-run/node";
import { type HTMLElement, parse } from "node-html-parser";
import { fold } from "#app/kernel/told";
import { whenAt } from "#app/kernel/when";
import { isRole, type Role } from "#app/people/roles";
import { setUp } from "#app/people/set-up.server";
import type { Database } from "#db/client.server";
import { departments, people, personDepartments, personRoles } from "#db/schema.server";
import { pagesOf } from "../../http/pages";
import { newDatabase } from "./database";
import { serverBuild } from "./server-build";

/** The day on which journeys begin, in fiscal quarter 2026-Q4 of a year that starts in February. */
export const TODAY = new Date("2026-11-20T10:00:00Z");

export interface Page {
  status: number;
  /** Where it redirects to, or null. */
  location: string | null;
  headers: Headers;
  html: string;
  document: HTMLElement;
  /** All text of the main part, white space folded. */
  text: string;
  /** The first element that a CSS selector finds. @throws when there is none. */
  find(selector: string): HTMLElement;
  all(selector: string): HTMLElement[];
}

export interface Person {
  id: number;
  /** Sends a request with the person's own cookies. Redirects are not followed. */
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  post(
    path: string,
    form: Record<string, string | number | string[] | Blob>,
    headers?: Record<string, string>,
  ): Promise<Page>;
  /** Posts and follows the redirect: the page that the person then sees. @throws when the post was not redirected. */
  submit(path: string, form: Record<string, string | number | string[] | Blob>): Promise<Page>;
}

export interface App {
  database: Database;
  /** The product's clock: set `at` to travel. */
  clock: { at: Date };
  /** What the product logged. */
  logged: Record<string, unknown>[];
  /** Somebody who is not signed in. */
  stranger(headers?: Record<string, string>): Person;
  /** Creates a person with these roles (in these departments) and signs in as them. */
  signedIn(name: string, options?: { roles?: Role[]; departments?: number[]; locale?: "fr" | "en" }): Promise<Person>;
  department(code: string, name?: string): Promise<number>;
}

export const PASSWORD = "correct horse battery";
// One hash for every test account, and the cheapest that argon2 makes: every journey signs people in, and the product's
// own is slow on purpose.
let passwordHash: Promise<string> | undefined;

async function pageOf(response: Response): Promise<Page> {
  const html = await response.text();
  let parsed: HTMLElement | undefined;
  // Half of the answers are only asked where they lead to.
  const document = () => {
    parsed ??= parse(html, { comment: false });
    return parsed;
  };
  const text = () => (document().querySelector("main") ?? document()).textContent.replace(/\s+/g, " ").trim();
  return {
    status: response.status,
    location: response.headers.get("Location"),
    headers: response.headers,
    html,
    get document() {
      return document();
    },
    get text() {
      return text();
    },
    find: (selector) => {
      const found = document().querySelector(selector);
      if (!found)
        throw new Error(`Nothing matches ${selector} on this page (${response.status}): ${text().slice(0, 500)}`);
      return found;
    },
    all: (selector) => document().querySelectorAll(selector),
  };
}

function formOf(fields: Record<string, string | number | string[] | Blob>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value);
    else for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  }
  return form;
}

/**
 * An organisation (EUR, fiscal year from February, Paris) with its first administrator, and nothing else; or the one
 * that a given database holds.
 */
export async function openApp(options: { setUp?: boolean; database?: Database; mails?: boolean } = {}): Promise<App> {
  const database = options.database ?? (await newDatabase());
  const clock = { at: TODAY };
  const logged: Record<string, unknown>[] = [];
  const pageAt = pagesOf((await serverBuild()) as ServerBuild, "test");
  passwordHash ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const when = whenAt(TODAY, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  if (options.setUp ?? !options.database) {
    const organisation = {
      name: "Essai",
      currency: "EUR",
      fiscalFirstMonth: 2,
      timeZone: "Europe/Paris",
      locale: "fr" as const,
    };
    const admin = { name: "Admin", email: "admin@example.com", passwordHash: await passwordHash };
    await database.write((tx) => setUp(tx, organisation, admin, when));
  }

  const visitor = (id: number, own: Record<string, string>): Person => {
    const cookies = new Map<string, string>();
    const send = async (path: string, init: RequestInit = {}) => {
      const headers = new Headers({ "Accept-Language": "fr", ...own, ...(init.headers as Record<string, string>) });
      if (cookies.size) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
      // As the server does: reception judges the origin, not Remix.
      const origin = headers.get("Origin");
      headers.delete("Origin");
      const request = new Request(new URL(path, "http://localhost:3000"), { ...init, headers });
      const made = await pageAt(new URL(request.url).pathname).handle(request, {
        database,
        secret: "a secret for tests",
        address: own["X-Test-Address"] ?? "127.0.0.1",
        secure: false,
        origin,
        publicOrigin: null,
        mails: options.mails ?? false,
        caller: { id: "a-test", personId: null },
        clock: () => clock.at,
        log: (entry: Record<string, unknown>) => void logged.push(entry),
      });
      const response = made instanceof Response ? made : new Response(made.body, made);
      for (const line of response.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const name = pair.slice(0, pair.indexOf("="));
        if (/Max-Age=0\b/.test(line)) cookies.delete(name);
        else cookies.set(name, pair.slice(name.length + 1));
      }
      return pageOf(response);
    };
    const person: Person = {
      id,
      get: (path, headers) => send(path, { headers }),
      post: (path, form, headers) => send(path, { method: "POST", body: formOf(form), headers }),
      submit: async (path, form) => {
        const done = await person.post(path, form);
        if (!done.location)
          throw new Error(
            `POST ${path} answered ${done.status}: ${done.text.slice(0, 800)} ${JSON.stringify(logged.at(-1) ?? "")}`,
          );
        return person.get(done.location);
      },
    };
    return person;
  };

  return {
    database,
    clock,
    logged,
    stranger: (headers = {}) => visitor(0, headers),
    department: async (code, name = code) => {
      const [made] = await database.write((tx) =>
        tx
          .insert(departments)
          .values({ code, name: { fr: name, en: name } })
          .returning({ id: departments.id }),
      );
      if (!made) throw new Error("no department");
      return made.id;
    },
    signedIn: async (name, { roles = [], departments: member = [], locale = "fr" } = {}) => {
      const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;
      const id = await database.write(async (tx) => {
        const [made] = await tx
          .insert(people)
          .values({ name, nameFolded: fold(name), email, passwordHash: await passwordHash, locale, createdAt: TODAY })
          .returning({ id: people.id });
        if (!made) throw new Error("no person");
        for (const role of roles.filter(isRole)) await tx.insert(personRoles).values({ personId: made.id, role });
        for (const departmentId of member)
          await tx.insert(personDepartments).values({ personId: made.id, departmentId });
        return made.id;
      });
      const person = visitor(id, {});
      const page = await person.post("/sign-in", { email, password: PASSWORD });
      if (page.status !== 303) throw new Error(`${name} could not sign in: ${page.status} ${page.text}`);
      return person;
    },
  };
}
