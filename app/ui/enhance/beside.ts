import { isTouched } from "./typed";

/**
 * A page of several forms loses what was typed into one when another is sent: it is kept over the answer, and put back.
 * In the tab alone, and only until the page is drawn again.
 */

type Kept = { form: string; fields: [name: string, value: string, checked: boolean][] }[];

const keyOf = () => `beside:${location.pathname}`;

/** What a form is about: its hidden fields, save the version that it started from. */
const nameOf = (form: HTMLFormElement): string =>
  [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')]
    .filter(({ name }) => name === "intent" || name === "reference" || name === "id")
    .map(({ name, value }) => `${name}=${value}`)
    .join("&");

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (one): one is Field =>
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement ||
      (one instanceof HTMLInputElement && !["hidden", "submit", "file", "password"].includes(one.type)),
  );

const isPick = (field: Field): field is HTMLInputElement => field.type === "radio" || field.type === "checkbox";

function keep(element: HTMLElement, sent: HTMLFormElement): void {
  const kept: Kept = [...element.querySelectorAll("form")]
    .filter((form) => form !== sent && isTouched(form))
    .map((form) => ({
      form: nameOf(form),
      fields: fieldsOf(form).map((one) => [one.name, one.value, isPick(one) && one.checked]),
    }));
  try {
    if (kept.length > 0) sessionStorage.setItem(keyOf(), JSON.stringify(kept));
  } catch {
    // Full, or forbidden: as without it.
  }
}

function putBack(element: HTMLElement): void {
  let kept: Kept = [];
  try {
    kept = JSON.parse(sessionStorage.getItem(keyOf()) ?? "[]") as Kept;
    sessionStorage.removeItem(keyOf());
  } catch {
    return;
  }
  for (const { form: name, fields } of kept) {
    const form = [...element.querySelectorAll("form")].find((one) => nameOf(one) === name);
    // What the answer filled in itself is newer.
    if (!form || isTouched(form)) continue;
    for (const field of fieldsOf(form)) {
      const own = fields.find(([of, value]) => of === field.name && (!isPick(field) || value === field.value));
      if (!own) continue;
      if (isPick(field)) field.checked = own[2];
      else field.value = own[1];
    }
    form.closest("details")?.setAttribute("open", "");
  }
}

export default function beside(element: HTMLElement): void {
  putBack(element);
  element.addEventListener("submit", ({ target }) => {
    if (target instanceof HTMLFormElement) keep(element, target);
  });
}
