import { expect, test } from "vitest";
import { nameErrors } from "#app/ui/named-errors";

const summary = (...entries: [string, string][]) =>
  `<div class="error-summary" role="alert" tabindex="-1" data-focus="" data-pattern="{field} – {error}"><h2 id="error-summary-title">2</h2><ul>${entries
    .map(([name, error]) => `<li><a href="#${name}">${error}</a></li>`)
    .join("")}</ul></div>`;
const field = (id: string, label: string) => `<label for="${id}">${label}</label><input id="${id}" name="${id}"/>`;
const listOf = (html: string) => /<ul>(.*?)<\/ul>/s.exec(html)?.[1];

test("Each error is told with the name of its field, in the order of the page", () => {
  const page =
    summary(["times", "Un nombre, s’il vous plaît"], ["people", "Un nombre, s’il vous plaît"]) +
    field("people", 'Personnes <span class="required" title="obligatoire" aria-hidden="true">*</span>') +
    field("times", "Fois<!-- --> par mois");
  expect(listOf(nameErrors(page))).toBe(
    '<li><a href="#people">Personnes – Un nombre, s’il vous plaît</a></li>' +
      '<li><a href="#times">Fois par mois – Un nombre, s’il vous plaît</a></li>',
  );
});

test("A group is named by its legend, a box by its words, and what has no field is a line without a link", () => {
  const group = (type: string, id: string) =>
    `<fieldset class="field picks picks-stack"><legend>Rôles</legend><label class="pick"><input type="${type}" id="${id}"/><span class="pick-words">Un</span></label></fieldset>`;
  expect(listOf(nameErrors(summary(["role", "Choisissez."]) + group("radio", "role")))).toBe(
    '<li><a href="#role">Rôles – Choisissez.</a></li>',
  );
  expect(listOf(nameErrors(summary(["roles", "Choisissez."]) + group("checkbox", "roles[]")))).toBe(
    '<li><a href="#roles[]">Rôles – Choisissez.</a></li>',
  );
  const box =
    '<fieldset class="fieldset"><legend>Autour</legend><label class="pick"><input type="checkbox" id="sure"/><span class="pick-words">J’ai lu<span class="hint" id="sure-hint">tout</span></span></label></fieldset>';
  expect(listOf(nameErrors(summary(["sure", "Cochez."]) + box))).toBe('<li><a href="#sure">J’ai lu – Cochez.</a></li>');
  expect(listOf(nameErrors(summary(["gone", "Parti."])))).toBe("<li>Parti.</li>");
});

test("What people wrote stays text: signs of replacement and of markup mean nothing", () => {
  const page = summary(["a", "$&amp; $1 &lt;b&gt;"]) + field("a", "Le $1 &lt;i&gt;");
  expect(listOf(nameErrors(page))).toBe('<li><a href="#a">Le $1 &lt;i&gt; – $&amp; $1 &lt;b&gt;</a></li>');
  expect(nameErrors("<p>rien</p>")).toBe("<p>rien</p>");
});
