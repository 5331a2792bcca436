/** A person's way through an import in the page. */
import type { Page, Person } from "./app";

/** Uploads a file and answers the path of its import. @throws with the page's words when it is refused */
export async function importPath(person: Person, content: string | Buffer, name = "registre.csv"): Promise<string> {
  const file = new File([typeof content === "string" ? content : new Uint8Array(content)], name);
  const page = await person.post("/import", { intent: "upload", file });
  if (!page.location) throw new Error(`refused: ${page.text.slice(0, 600)}`);
  return page.location;
}

/** All fields of a page's form as they stand, as a browser would send them. */
export function sent(page: Page, selector = "form.form-wide"): Record<string, string | string[]> {
  const fields: Record<string, string[]> = {};
  const put = (name: string | undefined, value: string) => {
    if (!name) return;
    fields[name] ??= [];
    fields[name].push(value);
  };
  for (const element of page.find(selector).querySelectorAll("input, select, textarea")) {
    const name = element.getAttribute("name");
    if (element.tagName === "SELECT") {
      put(name, element.querySelector("option[selected]")?.getAttribute("value") ?? "");
    } else if (element.tagName === "TEXTAREA") {
      // What a browser sends for the breaks between lines.
      put(name, element.text.replaceAll("\n", "\r\n"));
    } else if (["radio", "checkbox"].includes(element.getAttribute("type") ?? "")) {
      if (element.hasAttribute("checked")) put(name, element.getAttribute("value") ?? "");
    } else put(name, element.getAttribute("value") ?? "");
  }
  return fields;
}

/** The page of an import once it has ended. */
export async function importEnded(person: Person, path: string): Promise<Page> {
  for (let tries = 0; tries < 600; tries++) {
    const page = await person.get(`${path}/run`);
    if (page.headers.get("Refresh") === null) return page;
    await new Promise((resume) => setTimeout(resume, 25));
  }
  throw new Error("The import does not end");
}

/** Runs an import from its dry run to its end. */
export async function runImport(person: Person, path: string, fields: Record<string, string> = {}): Promise<Page> {
  const { version = "" } = sent(await person.get(`${path}/check`), "form.form");
  await person.submit(`${path}/check`, { intent: "run", version, ...fields });
  return importEnded(person, path);
}
