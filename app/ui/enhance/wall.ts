/** A page on the wall asks for itself anew, and puts the new figures in place of the old: an unchanged one answers 304. */

const SLOWEST_MS = 30_000;

export default function wall(element: HTMLElement): void {
  const every = Number(element.dataset.every) || 5_000;
  const news = element.querySelector<HTMLElement>("[data-wall-news]");
  let etag: string | null = null;
  let at = new Date();
  let pause = every;

  const tell = (text: string) => {
    if (!news) return;
    news.textContent = text;
    news.hidden = text === "";
  };
  const look = async () => {
    const headers: Record<string, string> = etag ? { "If-None-Match": etag } : {};
    // The browser's own cache would answer for the server, and hide that nothing changed.
    const response = await fetch(location.href, { headers, cache: "no-store" });
    if (response.status !== 304) {
      if (!response.ok) throw new Error(String(response.status));
      // Signed out meanwhile, or ended: the page itself says so best.
      if (response.redirected) return location.reload();
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const [fresh, shown] = [page.querySelector("[data-wall]"), element.querySelector("[data-wall]")];
      if (fresh && shown && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(document.adoptNode(fresh));
      etag = response.headers.get("ETag");
    }
    at = new Date();
    pause = every;
    tell("");
  };
  const again = () => {
    setTimeout(() => {
      look()
        .catch(() => {
          pause = Math.min(pause * 2, SLOWEST_MS);
          const time = at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
          tell((element.dataset.lost ?? "").replace("{time}", time));
        })
        .finally(again);
    }, pause);
  };
  again();
  addEventListener("online", () => void look().catch(() => undefined));
}
