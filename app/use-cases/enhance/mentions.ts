/** Offers people while one types a name behind an `@`. Without it, a name typed by hand does the same. */
const PAUSE_MS = 150;
/** An `@` that may begin a name, and what was typed of it. */
const BEGUN = /(?:^|[\s([{«"“'’,;:/])@([\p{L}\p{N}][^@\n]{0,60})$/u;

interface Person {
  name: string;
  email: string;
  writes: string;
}

export default function mentions(form: HTMLElement): void {
  const area = form.querySelector("textarea");
  if (!area) return;
  const list = document.createElement("ul");
  list.className = "mention-list";
  list.hidden = true;
  list.id = `${area.id}-people`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.label ?? "");
  area.after(list);
  area.setAttribute("aria-controls", list.id);
  area.setAttribute("aria-autocomplete", "list");

  let chosen = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  const begun = () => BEGUN.exec(area.value.slice(0, area.selectionStart));
  const close = () => {
    asked?.abort();
    list.hidden = true;
    list.replaceChildren();
    area.removeAttribute("aria-activedescendant");
  };
  const mark = (at: number) => {
    const options = [...list.children];
    chosen = (at + options.length) % options.length;
    for (const [place, option] of options.entries()) option.setAttribute("aria-selected", String(place === chosen));
    const current = options[chosen];
    if (current) area.setAttribute("aria-activedescendant", current.id);
  };
  const write = ({ writes }: Person) => {
    const typed = begun()?.[1];
    if (typed === undefined) return;
    const end = area.selectionStart;
    area.setRangeText(`${writes} `, end - typed.length - 1, end, "end");
    close();
    area.focus();
  };
  const optionOf = (person: Person, place: number): HTMLLIElement => {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.setAttribute("role", "option");
    option.textContent = `${person.name} · ${person.email}`;
    // Before the field loses its focus.
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      write(person);
    });
    option.addEventListener("choose", () => write(person));
    return option;
  };
  const ask = async () => {
    const typed = begun()?.[1];
    if (!typed) return close();
    asked?.abort();
    asked = new AbortController();
    const internal = form.querySelector<HTMLInputElement>("input[name=internal]")?.checked ?? "note" in form.dataset;
    const note = internal ? "yes" : "";
    try {
      const query = new URLSearchParams({ q: typed, note });
      const response = await fetch(`/people/mentions?${query}`, { signal: asked.signal });
      const found = response.ok ? ((await response.json()) as Person[]) : [];
      if (found.length === 0) return close();
      list.replaceChildren(...found.map(optionOf));
      list.hidden = false;
      mark(0);
    } catch {
      // Asked again meanwhile, or no network: the server reads the name that is typed.
    }
  };
  area.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
  area.addEventListener("blur", close);
  area.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") mark(chosen + (event.key === "ArrowDown" ? 1 : -1));
    else if (event.key === "Enter" || event.key === "Tab") list.children[chosen]?.dispatchEvent(new Event("choose"));
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
