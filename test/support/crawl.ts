/** Walks the site as a person does, by its links, and says what is wrong on the way. */
import { type HTMLElement, type Node, NodeType } from "node-html-parser";
import { fr } from "#app/locales/fr";
import type { Page, Person } from "./app";

export interface Walk {
  /** How many addresses of one shape are opened, such as `/use-cases/UC-0001/poc` and `/use-cases/UC-0002/poc`. */
  atMost: number;
  locale: "fr" | "en";
  from?: string[];
}

export interface Walked {
  visited: string[];
  faults: string[];
}

const rooms = [...new Set(Object.keys(fr).map((key) => key.split(".")[0]))].join("|");
const KEY = new RegExp(`(?<![\\w@/.-])(?:${rooms})\\.[a-z][\\w-]*(?:\\.[\\w-]+)*`);
const BROKEN = /\bundefined\b|\bNaN\b|\[object |Invalid Date|\bnull\b|\{[a-zA-Z]+\}/;
/** What asks for a file or leaves is not a page. */
const NOT_A_PAGE = /\.(csv|xlsx|json|md|pdf|zip)\b|\/files\/|\/sign-out|\/assets\//;

/** Views are combined without end; two things asked for at once show how they go together. */
const MOST_ASKED = 2;

/** Addresses that differ only in which thing they show have one shape. */
export function shapeOf(address: string): string {
  const url = new URL(address, "http://localhost");
  const path = url.pathname
    .replace(/UC-\d+/g, "UC")
    .replace(/\/\d{4}-Q[1-4]/g, "/Q")
    .replace(/\/\d+(?=\/|$)/g, "/N");
  return `${path}?${[...new Set(url.searchParams.keys())].sort().join("&")}`;
}

/** The page that speaks of programs says how they write what is not known; a past version shows what it said in both languages. */
const ALLOWED: readonly [RegExp, RegExp][] = [
  [/^\/api\b/, /^says «null»/],
  [/\/history\/\d+/, /^says in (fr|en)/],
  // The columns of public registers are English whoever reads them.
  [/^\/use-cases\/export\b/, /^says in en/],
];

const READ_ALOUD = ["title", "alt", "aria-label", "placeholder"];

function textsOf(element: HTMLElement): string[] {
  const said = element.querySelectorAll("*").flatMap((one) => READ_ALOUD.map((name) => one.getAttribute(name) ?? ""));
  // What stands in <code> is for programs, letter by letter.
  for (const other of element.querySelectorAll("script, code")) other.replaceWith(" ");
  return [element.textContent, ...said].map((text) => text.replace(/\s+/g, " "));
}

/** Whether a reference is told where the line may break after its hyphen, at the head of a text: inside a sentence it may. */
function breakable(node: Node): boolean {
  if (node.nodeType === NodeType.TEXT_NODE) return /^\s*UC-\d{4}/.test(node.rawText);
  const { tagName, classList } = node as HTMLElement;
  if (["SCRIPT", "OPTION", "TEXTAREA", "LEGEND", "LABEL", "P"].includes(tagName)) return false;
  return !classList.contains("unbroken") && !classList.contains("visually-hidden") && node.childNodes.some(breakable);
}

export function faultsOf(page: Page, locale: "fr" | "en"): string[] {
  const { document } = page;
  const faults: string[] = [];
  if (document.querySelector("html")?.getAttribute("lang") !== locale) faults.push(`is not in ${locale}`);
  const other = locale === "fr" ? "en" : "fr";
  // A form may hold a field for each language; everything else was told in both.
  for (const foreign of document.querySelectorAll(`main [lang="${other}"]`)) {
    const text = foreign.textContent.trim();
    if (text && !foreign.closest("form")) faults.push(`says in ${other}: ${text.slice(0, 80)}`);
  }
  for (const narrow of document.querySelectorAll("main :is(td, th, h3, li, .eyebrow, .hint:not(.unbroken))")) {
    if (narrow.childNodes.some(breakable)) faults.push(`lets a reference break in: ${narrow.textContent.slice(0, 80)}`);
  }
  for (const text of textsOf(document)) {
    for (const wrong of [BROKEN, KEY]) {
      const found = wrong.exec(text);
      if (found) faults.push(`says «${found[0]}» in: ${text.slice(Math.max(0, found.index - 40), found.index + 60)}`);
    }
  }
  return [...new Set(faults)];
}

export async function walk(person: Person, { atMost, locale, from = ["/"] }: Walk): Promise<Walked> {
  const opened = new Map<string, number>();
  const seen = new Set<string>();
  const faults: string[] = [];
  const waiting = from.map((address) => ({ address, on: "" }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { address, on } = next;
    const shape = shapeOf(address);
    if (seen.has(address) || (opened.get(shape) ?? 0) >= atMost) continue;
    seen.add(address);
    opened.set(shape, (opened.get(shape) ?? 0) + 1);
    const page = await person.get(address);
    if (page.status >= 300 && page.status < 400 && page.location) {
      waiting.push({ address: page.location, on: address });
      continue;
    }
    if (page.status !== 200) {
      faults.push(`${address}, linked from ${on}: answers ${page.status}: ${page.text.slice(0, 200)}`);
      continue;
    }
    const allowed = ALLOWED.filter(([pages]) => pages.test(address));
    const found = faultsOf(page, locale).filter((fault) => !allowed.some(([, known]) => known.test(fault)));
    faults.push(...found.map((fault) => `${address}: ${fault}`));
    for (const link of page.all("a[href]")) {
      const href = link.getAttribute("href") ?? "";
      const target = new URL(href, new URL(address, "http://localhost"));
      if (target.origin !== "http://localhost" || NOT_A_PAGE.test(target.pathname)) continue;
      if (target.searchParams.size > MOST_ASKED) continue;
      waiting.push({ address: `${target.pathname}${target.search}`, on: address });
    }
  }
  return { visited: [...seen], faults };
}
