/** What was typed into a form and could not be saved yet, kept on the device under who typed it and where. */

const PREFIX = "typed";

export interface Typed {
  /** When it was typed, in milliseconds. */
  at: number;
  /** The version of the record that the form started from; empty for a new one. */
  version: string;
  /** What a form that has not been saved yet calls its draft. */
  key: string;
  /** It was sent, and no answer has come so far. */
  sent: boolean;
  fields: [name: string, value: string][];
}

/** One form of one person. Where the browser keeps nothing for the site, nothing is kept, and the form works as ever. */
export class TypedStore {
  readonly #name: string;

  constructor(person: string, place: string) {
    this.#name = `${PREFIX}:${person}:${place}`;
  }

  read(): Typed | null {
    try {
      return JSON.parse(localStorage.getItem(this.#name) ?? "null") as Typed | null;
    } catch {
      return null;
    }
  }

  write(typed: Typed): void {
    try {
      localStorage.setItem(this.#name, JSON.stringify(typed));
    } catch {
      // Full, or forbidden: what is on the page is still there.
    }
  }

  forget(): void {
    try {
      localStorage.removeItem(this.#name);
    } catch {
      // Nothing was kept.
    }
  }
}

/** The places where something that this person typed is kept on the device, the last one typed first. */
export function keptPlaces(person: string): { place: string; at: number }[] {
  const own = `${PREFIX}:${person}:`;
  try {
    const places = Object.keys(localStorage).flatMap((name) => (name.startsWith(own) ? [name.slice(own.length)] : []));
    return places
      .map((place) => ({ place, at: new TypedStore(person, place).read()?.at ?? 0 }))
      .sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

/** Whether something was typed already: people do not wait for a script. */
export function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((one) => one.selected && !one.defaultSelected && one.value !== "");
    if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox"))
      return field.checked !== field.defaultChecked;
    return (
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== field.defaultValue
    );
  });
}

/** Who signs out leaves nothing on the device. */
export function forgetTypedOnSignOut(): void {
  addEventListener("submit", ({ target }) => {
    if (!(target instanceof HTMLFormElement) || new URL(target.action).pathname !== "/sign-out") return;
    try {
      for (const name of Object.keys(localStorage)) if (name.startsWith(`${PREFIX}:`)) localStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  });
}
