/**
 * Puts the name of its field before each error of a summary, and the errors in the order of the page: a summary is drawn
 * above its form, before anything knows how the fields are called and where they stand. Works on the HTML that `ui` made.
 */
const SUMMARY = /<div class="error-summary"[^>]*data-pattern="([^"]*)"[^>]*>[\s\S]*?<ul>([\s\S]*?)<\/ul>/g;
const ENTRY = /<li><a href="#([^"]*)">([\s\S]*?)<\/a><\/li>/g;
const HIDDEN = /<span[^>]*aria-hidden="true"[^>]*>[\s\S]*?<\/span>|<svg[\s\S]*?<\/svg>/g;

interface Found {
  at: number;
  id: string;
  label: string;
}

/** The words of a piece of HTML, its entities as they are. */
const wordsOf = (html: string): string =>
  html
    .replace(HIDDEN, "")
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

const between = (html: string, from: number, opening: string, closing: string): string | null => {
  const start = html.indexOf(opening, from);
  const end = start < 0 ? -1 : html.indexOf(closing, start);
  return end < 0 ? null : html.slice(html.indexOf(">", start) + 1, end);
};

/** The question above a group of choices around this place, or null. */
function legendAround(html: string, at: number): string | null {
  const opened = html.lastIndexOf("<fieldset", at);
  if (opened < 0 || html.lastIndexOf("</fieldset>", at) > opened) return null;
  return between(html, opened, "<legend", "</legend>");
}

function labelAt(html: string, at: number, id: string): string {
  const tag = html.slice(at, html.indexOf(">", at) + 1);
  if (tag.startsWith("<fieldset")) return between(html, at, "<legend", "</legend>") ?? "";
  const group = html.slice(html.lastIndexOf("<fieldset", at)).startsWith('<fieldset class="field picks');
  const isBox = /type="(radio|checkbox)"/.test(tag);
  const legend = isBox && group ? legendAround(html, at) : null;
  if (legend !== null) return legend;
  if (isBox) return /<span[^>]*>([\s\S]*?)(?:<span class="hint"|<\/span>\s*<\/label>)/.exec(html.slice(at))?.[1] ?? "";
  const label = html.indexOf(`<label for="${id}"`);
  if (label >= 0) return between(html, label, "<label", "</label>") ?? "";
  return /aria-label="([^"]*)"/.exec(tag)?.[1] ?? "";
}

/** A group of boxes is named `…[]`, and its errors are not. */
function find(html: string, name: string): Found | null {
  for (const id of [name, `${name}[]`]) {
    const said = html.indexOf(` id="${id}"`);
    if (said < 0) continue;
    const at = html.lastIndexOf("<", said);
    return { at, id, label: wordsOf(labelAt(html, at, id)) };
  }
  return null;
}

function named(html: string, pattern: string, list: string): string {
  const entries = [...list.matchAll(ENTRY)].map(([, name = "", error = ""]) => {
    const field = find(html, name);
    if (!field) return { at: Number.POSITIVE_INFINITY, line: `<li>${error}</li>` };
    const said = field.label ? pattern.replace("{field}", () => field.label).replace("{error}", () => error) : error;
    return { at: field.at, line: `<li><a href="#${field.id}">${said}</a></li>` };
  });
  return entries
    .sort((one, other) => (one.at === other.at ? 0 : one.at - other.at))
    .map(({ line }) => line)
    .join("");
}

/** @param html a whole page */
export function nameErrors(html: string): string {
  if (!html.includes('class="error-summary"')) return html;
  return html.replace(SUMMARY, (summary: string, pattern: string, list: string) =>
    summary.replace(list, () => named(html, pattern, list)),
  );
}
