/** Where there is room for little more than one question, as in the styles of forms. */
const NARROW = "(max-width: 40rem)";

/**
 * Asks one question at a time on a narrow screen, each of which can be passed. Without it the form is one page of
 * questions, as it is for who turned the screen, whose form came back with faults, or who asks for all of it.
 */
export default function guide(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement) || form.dataset.turned !== undefined) return;
  const head = form.querySelector<HTMLElement>("[data-guide]");
  const steps = [...form.querySelectorAll<HTMLFieldSetElement>('fieldset[id^="question-"]')];
  if (head && steps.length > 1) new Guide(form, head, steps).start();
}

class Guide {
  readonly #form: HTMLFormElement;
  readonly #head: HTMLElement;
  readonly #steps: HTMLFieldSetElement[];
  readonly #actions: HTMLElement | null;
  readonly #next: HTMLButtonElement | null;
  readonly #narrow = matchMedia(NARROW);
  #at = 0;
  #left = false;

  constructor(form: HTMLFormElement, head: HTMLElement, steps: HTMLFieldSetElement[]) {
    this.#form = form;
    this.#head = head;
    this.#steps = steps;
    this.#actions = form.querySelector(".form-actions-sticky");
    this.#next = form.querySelector("[data-guide-next]");
  }

  start(): void {
    const begun = this.#steps.findIndex((step) => !isAnswered(step));
    // A form that was begun goes on where it was left; one that is complete stands at its end.
    this.#at = begun < 0 ? this.#steps.length : begun;
    this.#next?.addEventListener("click", () => this.#go(this.#at + 1));
    this.#part("back")?.addEventListener("click", () => this.#go(this.#at - 1));
    this.#part("all")?.addEventListener("click", () => {
      this.#left = true;
      this.#draw();
    });
    this.#form.addEventListener("input", () => this.#say());
    this.#form.addEventListener("keydown", (event) => {
      const oneLine = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
      if (event.key !== "Enter" || !oneLine || !this.#guides || this.#ended || event.defaultPrevented) return;
      event.preventDefault();
      this.#go(this.#at + 1);
    });
    // The browser shows what is missing only where it is seen.
    this.#form.addEventListener(
      "invalid",
      ({ target }) => {
        const step = this.#steps.findIndex((one) => target instanceof Node && one.contains(target));
        if (!this.#guides || step < 0 || !this.#steps[step]?.hidden) return;
        if (this.#steps[this.#at]?.querySelector(":invalid")) return;
        this.#at = step;
        this.#draw();
      },
      true,
    );
    this.#narrow.addEventListener("change", () => this.#draw());
    this.#draw();
  }

  get #guides(): boolean {
    return this.#narrow.matches && !this.#left;
  }

  /** Past the last question, where it is sent. */
  get #ended(): boolean {
    return this.#at >= this.#steps.length;
  }

  #part(name: string): HTMLElement | null {
    return this.#head.querySelector(`[data-guide-${name}]`);
  }

  #go(to: number): void {
    this.#at = Math.max(0, Math.min(this.#steps.length, to));
    this.#draw();
    const shown = this.#steps[this.#at] ?? this.#head;
    shown.tabIndex = -1;
    shown.focus({ preventScroll: true });
    this.#head.scrollIntoView({ block: "start" });
  }

  #draw(): void {
    const guides = this.#guides;
    this.#head.hidden = !guides;
    for (const [at, step] of this.#steps.entries()) step.hidden = guides && at !== this.#at;
    for (const child of this.#form.children) {
      if (!(child instanceof HTMLElement) || child === this.#head || child === this.#actions) continue;
      const isStep = this.#steps.some((step) => step === child);
      const isPart = child.matches("details, .field, .notice");
      // Who comes with a tool says so before the first question; what else can be said comes at the end.
      const first = child.matches("details") && child.nextElementSibling === this.#steps[0];
      if (!isStep && isPart) child.hidden = guides && (first ? this.#at !== 0 : !this.#ended);
    }
    this.#actions?.classList.toggle("form-actions-guiding", guides && !this.#ended);
    for (const button of this.#actions?.querySelectorAll<HTMLButtonElement>("button[name]") ?? []) {
      button.hidden = guides && !this.#ended;
    }
    if (this.#next) this.#next.hidden = !guides || this.#ended;
    const back = this.#part("back");
    if (back) back.hidden = this.#at === 0;
    this.#say();
  }

  #say(): void {
    const [words, meter] = [this.#part("words"), this.#part("meter")];
    const [at, count] = [Math.min(this.#at + 1, this.#steps.length), this.#steps.length];
    const said = (this.#ended ? words?.dataset.end : words?.dataset.words) ?? "";
    const text = said.replace("{number}", String(at)).replace("{count}", String(count));
    if (words && words.textContent !== text) words.textContent = text;
    if (meter instanceof HTMLProgressElement) meter.value = this.#ended ? count : this.#at;
    const step = this.#steps[this.#at];
    if (this.#next && step)
      this.#next.textContent = (isAnswered(step) ? this.#next.dataset.go : this.#next.dataset.skip) ?? "";
  }
}

/** Whether a question has an answer, of its own or typed just now. */
function isAnswered(step: HTMLFieldSetElement): boolean {
  const fields = [...step.elements].filter((field) => field.matches("input, textarea, select"));
  const said = fields.some((field) => "value" in field && field.value !== "");
  const missing = fields.some((field) => field.matches(":required:invalid"));
  return said && !missing;
}
