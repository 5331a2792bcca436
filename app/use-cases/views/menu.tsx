import { Once } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { Menu } from "#app/ui/facet";
import { TextField } from "#app/ui/field";
import { Hidden } from "#app/ui/form";
import { ALL_CASES, type ListQuery, searchOf } from "../list/query";
import { NAME_LETTERS } from "./view-input";
import type { SavedView } from "./views.server";

const hrefOfView = (query: string) => (query ? `/use-cases?${query}` : "/use-cases");

/** The views that one keeps and that others share, and a form to keep the present one. */
export function ViewsMenu(props: { views: readonly SavedView[]; query: ListQuery; openedWith: number | null }) {
  const { views, query, openedWith } = props;
  const { t } = useSpeech();
  const here = searchOf(query, { case: [] });
  const current = views.find((view) => view.query === here);
  return (
    <Menu label={t("list.views")} summary={current?.name ?? null}>
      {views.length > 0 && (
        <ul className="menu-links">
          <li>
            <a href={openedWith === null ? "/use-cases" : ALL_CASES} aria-current={here === "" ? "page" : undefined}>
              {t("list.views.all")}
            </a>
          </li>
          {views.map((view) => (
            <li key={view.id}>
              <a href={hrefOfView(view.query)} aria-current={view === current ? "page" : undefined}>
                {view.name}
              </a>
              {!view.mine && <span className="hint"> {view.owner}</span>}
              {view.id === openedWith && <span className="hint"> {t("list.views.opens")}</span>}
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/use-cases/views" className="form">
        <Once />
        <Hidden values={{ intent: "keep", query: here }} />
        <TextField name="name" id="view-name" label={t("list.views.name")} maxLength={NAME_LETTERS} required />
        <Checkbox name="shared" id="view-shared" label={t("list.views.shared")} />
        <Button variant="quiet">{t("list.views.keep")}</Button>
      </form>
      <a href="/use-cases/views">{t("list.views.manage")}</a>
    </Menu>
  );
}
