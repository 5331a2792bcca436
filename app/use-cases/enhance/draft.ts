import { isTouched, type Typed, TypedStore } from "../../ui/enhance/typed";

const REMEMBER_MS = 250;
const SAVE_MS = 3_000;
/** Where the network says that it is there and the book does not answer. */
const AGAIN_MS = 15_000;

type State = "nothing" | "saving" | "saved" | "kept" | "unread" | "conflict" | "ended" | "restored" | "offline";

interface Saved {
  /** Null while there is nothing to keep. */
  reference: string | null;
  version: number;
  unread: string[];
}

/** Fields that say how the form is sent, and not what was typed. */
const NOT_TYPED = new Set(["version", "draftKey", "intent", "once"]);

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Keeps a draft while it is typed: on the device at once, in the book after a pause. What a lost connection or a closed
 * tab kept from the book is put back when the form is opened again.
 */
export default function draft(form: HTMLElement): void {
  if (form instanceof HTMLFormElement) new DraftKeeper(form).start();
}

class DraftKeeper {
  readonly #form: HTMLFormElement;
  readonly #inBook: boolean;
  #place: string;
  #store: TypedStore;
  #key = newKey();
  #typedAt = 0;
  #saving: Promise<void> | null = null;
  #stopped = false;
  /** The form was sent, and the page is on its way out. */
  #sent = false;
  #puttingBack = false;
  #restored = false;
  #remember: ReturnType<typeof setTimeout> | undefined;
  #save: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#place = form.dataset.place ?? "new";
    this.#inBook = form.dataset.keep === "server";
    this.#store = this.#storeOf(this.#place);
  }

  start(): void {
    void this.#putBack().then(() => {
      if (!this.#typedAt && !this.#restored && !this.#stopped && isTouched(this.#form)) this.#typed();
    });
    this.#form.addEventListener("input", () => this.#typed());
    this.#form.addEventListener("submit", (event) => this.#submitted(event));
    addEventListener("online", () => void this.#saveNow());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "hidden" || !this.#typedAt) return;
      this.#rememberNow();
      void this.#saveNow(true);
    });
  }

  #storeOf(place: string): TypedStore {
    return new TypedStore(this.#form.dataset.person ?? "", place);
  }

  #fields(): Typed["fields"] {
    return [...new FormData(this.#form)].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" && !NOT_TYPED.has(name) ? [[name, value]] : [],
    );
  }

  #hidden(name: string): HTMLInputElement {
    const there = this.#form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
    if (there) return there;
    const made = document.createElement("input");
    made.type = "hidden";
    made.name = name;
    this.#form.append(made);
    return made;
  }

  get #version(): string {
    return this.#form.querySelector<HTMLInputElement>('input[name="version"]')?.value ?? "";
  }

  #say(state: State, values: Record<string, string> = {}): void {
    const words = this.#form.querySelector<HTMLElement>("[data-draft-words]");
    if (!words) return;
    let said = words.dataset[state] ?? "";
    for (const [name, value] of Object.entries(values)) said = said.replace(`{${name}}`, value);
    words.textContent = said;
  }

  #moment(at: number, style: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(document.documentElement.lang, style).format(at);
  }

  #typed(): void {
    if (this.#puttingBack) return;
    this.#typedAt = Date.now();
    this.#sent = false;
    clearTimeout(this.#remember);
    this.#remember = setTimeout(() => this.#rememberNow(), REMEMBER_MS);
    clearTimeout(this.#save);
    this.#save = setTimeout(() => void this.#saveNow(), SAVE_MS);
  }

  #rememberNow(): void {
    const kept = { version: this.#version, key: this.#key, sent: this.#sent, fields: this.#fields() };
    this.#store.write({ at: this.#typedAt || Date.now(), ...kept });
  }

  async #saveNow(leaving = false): Promise<void> {
    clearTimeout(this.#save);
    if (!this.#inBook || this.#stopped || !this.#typedAt) return;
    if (this.#saving) {
      // Typed on while it was saved: saved again when that is done.
      await this.#saving;
      return this.#saveNow(leaving);
    }
    this.#saving = this.#post(leaving).finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  async #post(leaving: boolean): Promise<void> {
    const typedAt = this.#typedAt;
    const body = new FormData(this.#form);
    if (this.#place === "new") body.set("draftKey", this.#key);
    else body.set("reference", this.#place);
    this.#say("saving");
    let response: Response;
    try {
      response = await fetch("/use-cases/draft", { method: "POST", body, keepalive: leaving });
    } catch {
      this.#say("kept");
      this.#save = setTimeout(() => void this.#saveNow(), AGAIN_MS);
      return;
    }
    if (response.redirected || response.status === 401) return this.#say("ended");
    if (response.status === 409) {
      this.#stopped = true;
      return this.#say("conflict");
    }
    if (!response.ok || !response.headers.get("Content-Type")?.includes("json")) return this.#say("kept");
    this.#saved((await response.json()) as Saved, typedAt);
  }

  #saved({ reference, version, unread }: Saved, typedAt: number): void {
    if (reference === null) {
      if (this.#typedAt === typedAt) this.#typedAt = 0;
      this.#say("nothing");
      return;
    }
    if (this.#place === "new") {
      this.#store.forget();
      this.#place = reference;
      this.#store = this.#storeOf(reference);
      history.replaceState(history.state, "", `/use-cases/${reference}/edit`);
    }
    this.#hidden("version").value = String(version);
    const all = unread.length === 0;
    if (this.#typedAt === typedAt && all) {
      this.#typedAt = 0;
      clearTimeout(this.#remember);
      this.#store.forget();
    } else this.#rememberNow();
    if (all) {
      this.#say("saved", { time: this.#moment(Date.now(), { timeStyle: "short" }) });
      return;
    }
    const fields = unread.map((name) => this.#form.querySelector(`label[for="${CSS.escape(name)}"]`)?.textContent);
    this.#typedAt = 0;
    this.#say("unread", { fields: fields.filter(Boolean).join(", ") });
  }

  #submitted(event: SubmitEvent): void {
    if (!navigator.onLine) {
      event.preventDefault();
      this.#rememberNow();
      this.#say("offline");
      return;
    }
    if (this.#saving) {
      // The version that is being saved is the one to submit.
      event.preventDefault();
      const { submitter } = event;
      void this.#saving.then(() => this.#form.requestSubmit(submitter));
      return;
    }
    clearTimeout(this.#save);
    this.#stopped = true;
    if (this.#place === "new") this.#hidden("draftKey").value = this.#key;
    this.#sent = true;
    clearTimeout(this.#remember);
    this.#rememberNow();
  }

  /** Whether what was sent without an answer has arrived: then there is nothing to put back. */
  async #arrived(typed: Typed): Promise<boolean> {
    if (this.#place !== "new") return typed.sent && typed.version !== this.#version;
    return (await this.#begun(typed)) !== null;
  }

  /** The draft that what was sent has become. */
  async #begun({ sent, key }: Typed): Promise<string | null> {
    if (!sent) return null;
    try {
      const response = await fetch(`/use-cases/begun/${key}`);
      return response.ok ? ((await response.json()) as { reference: string | null }).reference : null;
    } catch {
      return null;
    }
  }

  /** The browser brought back the text that was sent, as its «Back» does: it goes on in the draft that it has become. */
  async #goOnWith(typed: Typed): Promise<void> {
    if (this.#place !== "new" || JSON.stringify(typed.fields) !== JSON.stringify(this.#fields())) return;
    const reference = await this.#begun(typed);
    if (reference === null) return;
    this.#stopped = true;
    this.#store.forget();
    location.replace(`/use-cases/${reference}`);
  }

  async #putBack(): Promise<void> {
    const typed = this.#store.read();
    if (!typed || this.#form.dataset.turned !== undefined) return;
    // What is being typed now comes before what was typed then.
    if (isTouched(this.#form)) return this.#goOnWith(typed);
    if (await this.#arrived(typed)) return this.#store.forget();
    this.#key = typed.key;
    if (JSON.stringify(typed.fields) === JSON.stringify(this.#fields())) return this.#store.forget();
    if (this.#place !== "new") this.#hidden("version").value = typed.version;
    for (const [name, value] of typed.fields) this.#fill(name, value);
    // Told to what stands beside the form; it goes into the book once the person goes on with it.
    this.#puttingBack = true;
    this.#form.dispatchEvent(new Event("input", { bubbles: true }));
    this.#puttingBack = false;
    this.#restored = true;
    this.#say("restored", { time: this.#moment(typed.at, { dateStyle: "medium", timeStyle: "short" }) });
    const discard = this.#form.querySelector<HTMLButtonElement>("[data-draft-discard]");
    if (!discard) return;
    discard.hidden = false;
    discard.addEventListener("click", () => {
      this.#stopped = true;
      clearTimeout(this.#remember);
      clearTimeout(this.#save);
      this.#typedAt = 0;
      this.#store.forget();
      location.reload();
    });
  }

  #fill(name: string, value: string): void {
    const field = this.#form.elements.namedItem(name);
    if (
      !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    )
      return;
    if (field.value === value) return;
    field.value = value;
    const folded = field.closest("details");
    if (folded) folded.open = true;
  }
}
