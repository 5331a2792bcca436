/** The marks of a drawing as one stop of the keyboard: arrows go from one to the next, and what one is, is said beside. */
export default function enhance(figure: HTMLElement): void {
  const said = figure.querySelector<HTMLElement>(".scatter-said");
  const marks = () => [...figure.querySelectorAll<SVGAElement>(".scatter-plot a")];
  const only = (one: SVGAElement | undefined) => {
    for (const mark of marks()) mark.setAttribute("tabindex", mark === one ? "0" : "-1");
  };
  only(marks()[0]);
  const markAt = (event: Event) =>
    event.target instanceof Element ? event.target.closest<SVGAElement>(".scatter-plot a") : null;
  const say = (event: Event) => {
    const mark = markAt(event);
    if (said && mark) said.textContent = mark.getAttribute("aria-label");
  };
  figure.addEventListener("mouseover", say);
  figure.addEventListener("focusin", say);
  figure.addEventListener("keydown", (event) => {
    const mark = markAt(event);
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = marks();
    const at = all.indexOf(mark);
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = all[Math.min(all.length - 1, Math.max(0, next))];
    only(to);
    to?.focus();
  });
}
