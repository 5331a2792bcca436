import { parseNumber } from "../../kernel/parse-number";
import { movementOf } from "../../kernel/trend";
import { isTouched } from "../../ui/enhance/typed";
import { type Expected, implausible } from "../plausible";
import { blockOf, CELLS, gradeOf } from "./block";

type Cell = HTMLInputElement | HTMLSelectElement;

const fieldOf = (cell: Element) => /\.(\w+)$/.exec(cell.getAttribute("name") ?? "")?.[1] ?? "";

/** The quarterly grid as a spreadsheet: keys go from cell to cell, a block is pasted, a value is looked at while it is typed. */
export default function reportGrid(table: HTMLElement): void {
  const form = table.closest("form");
  const words = form?.querySelector<HTMLTemplateElement>("template[data-grid-words]")?.dataset;
  if (!form || !words) return;
  const rows = [...table.querySelectorAll("tbody tr")]
    .map((row) => CELLS.map((name) => row.querySelector<Cell>(`[name$=".${name}"]`)))
    .filter((row) => row.some((cell) => cell !== null));
  const numbers = new Intl.NumberFormat(document.documentElement.lang, {
    maximumFractionDigits: 2,
    signDisplay: "always",
  });
  const told = document.createElement("output");
  told.className = "hint";
  table.after(told);

  const placeOf = (cell: EventTarget | null) => {
    const down = rows.findIndex((row) => row.includes(cell as Cell));
    return { down, right: down < 0 ? -1 : (rows[down]?.indexOf(cell as Cell) ?? -1) };
  };
  const go = (down: number, right: number) => {
    const cell = rows[down]?.[right];
    if (!cell) return false;
    cell.focus();
    if (cell instanceof HTMLInputElement) cell.select();
    return true;
  };

  const look = (field: HTMLInputElement) => {
    const said = field.closest("td")?.querySelector("[data-check]");
    if (!said || !field.dataset.expected) return;
    const expected = JSON.parse(field.dataset.expected) as Expected & { direction: "up" | "down" };
    const actual = parseNumber(field.value);
    const surprise = implausible(actual, expected);
    const moved = movementOf(actual, expected.last, expected.direction);
    const difference = moved && (words.moved ?? "").replace("{difference}", numbers.format(moved.difference));
    said.textContent = [surprise && words[surprise], moved && `${words[moved.tone]} · ${difference}`]
      .filter(Boolean)
      .join(" ");
  };

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const { down, right } = placeOf(event.target);
    if (down < 0) return;
    const cell = event.target as Cell;
    const isText = cell instanceof HTMLInputElement;
    const [start, end, length] = isText ? [cell.selectionStart, cell.selectionEnd, cell.value.length] : [0, 0, 0];
    const whole = start === 0 && end === length;
    const moves: Record<string, () => boolean> = {
      Enter: () => go(down + (event.shiftKey ? -1 : 1), right) || true,
      ArrowDown: () => isText && go(down + 1, right),
      ArrowUp: () => isText && go(down - 1, right),
      ArrowLeft: () => (whole || end === 0) && !event.shiftKey && go(down, right - 1),
      ArrowRight: () => (whole || start === length) && !event.shiftKey && go(down, right + 1),
    };
    if (moves[event.key]?.()) event.preventDefault();
  });

  table.addEventListener("paste", (event) => {
    const { down, right } = placeOf(event.target);
    const block = blockOf(event.clipboardData?.getData("text/plain") ?? "");
    if (down < 0 || !block) return;
    event.preventDefault();
    let cells = 0;
    for (const [y, line] of block.entries()) {
      for (const [x, text] of line.entries()) {
        const cell = rows[down + y]?.[right + x];
        if (!cell || !fill(cell, text)) continue;
        cell.dispatchEvent(new Event("input", { bubbles: true }));
        cells += 1;
      }
    }
    told.textContent = (words.pasted ?? "").replace("{cells}", String(cells));
  });

  table.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const field = fieldOf(target);
    const sibling = (name: string) => target.closest("tr")?.querySelector<HTMLInputElement>(`[name$=".${name}"]`);
    const same = sibling("same");
    if (field === "actual" && same && target.value !== "") same.checked = false;
    if (field === "same" && target.checked) {
      const actual = sibling("actual");
      if (actual) actual.value = "";
    }
    if (field === "actual") look(target);
  });

  let sent = false;
  form.addEventListener("submit", () => {
    sent = true;
  });
  addEventListener("beforeunload", (event) => {
    if (!sent && isTouched(form)) event.preventDefault();
  });
}

function fill(cell: Cell, text: string): boolean {
  if (cell instanceof HTMLInputElement) {
    cell.value = text;
    return true;
  }
  const grade = gradeOf(
    text,
    [...cell.options].map((option) => ({ value: option.value, label: option.label })),
  );
  if (grade === null) return false;
  cell.value = grade;
  return true;
}
