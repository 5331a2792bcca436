import { hoursAYear, isOffered, TIMES_PER } from "../content";

/** Says how many hours a year the task takes, while its volumes are typed. */
export default function yearlyHours(element: HTMLElement): void {
  const form = element.closest("form");
  if (!form) return;
  const digits = (value: number) =>
    new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  const typed = (name: string) =>
    String(new FormData(form).get(name) ?? "")
      .replace(/\s/g, "")
      .replace(",", ".");
  const numberOf = (name: string) => {
    const value = Number.parseFloat(typed(name));
    return Number.isFinite(value) ? value : null;
  };
  const say = () => {
    const per = typed("timesPer");
    const hours = hoursAYear({
      peopleAffected: numberOf("peopleAffected"),
      times: numberOf("times"),
      timesPer: isOffered(TIMES_PER, per) ? per : null,
      minutesPerTime: numberOf("minutesPerTime"),
    });
    const { known = "", unknown = "" } = element.dataset;
    element.textContent = hours === null ? unknown : known.replace("{hours}", digits(hours));
  };
  for (const name of ["peopleAffected", "times", "timesPer", "minutesPerTime"]) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLElement) field.addEventListener("input", say);
  }
}
