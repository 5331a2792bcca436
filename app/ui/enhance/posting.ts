/** A form is posted once: its buttons rest until the answer comes, or until the page is shown again from the cache. */
export function postOnce(): void {
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    form.setAttribute("aria-busy", "true");
    // After the browser has read the form: a disabled button would not send its name and value.
    setTimeout(() => rest(form, true));
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[aria-busy="true"]')) {
      form.removeAttribute("aria-busy");
      rest(form, false);
    }
  });
}

function rest(form: HTMLFormElement, busy: boolean): void {
  for (const element of form.elements) {
    if (element instanceof HTMLButtonElement && element.type === "submit") {
      if (busy && element.disabled) continue;
      if (!busy && element.getAttribute("aria-busy") !== "true") continue;
      element.disabled = busy;
      element.setAttribute("aria-busy", String(busy));
    }
  }
}
