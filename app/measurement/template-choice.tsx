import { useSpeech } from "#app/locales/use-speech";
import { Notice } from "#app/ui/page";
import { KPI_TEMPLATES, type KpiTemplate, templateOf } from "./kpi-templates";

/** The library that a new KPI may start from, and what the one that was chosen advises. */
export function TemplateChoice({ chosen, guardrail }: { chosen: KpiTemplate | null; guardrail: boolean }) {
  const { t, tell, percent } = useSpeech();
  const pair = chosen && templateOf(chosen.guardrail);
  return (
    <>
      <nav aria-label={t("measurement.template.choose")}>
        <p>{t("measurement.template.choose")}</p>
        <ul className="row">
          {KPI_TEMPLATES.map(({ key, name }) => (
            <li key={key}>
              <a href={`?template=${key}`} aria-current={key === chosen?.key ? "true" : undefined}>
                {t(`measurement.template.${key}`)}
                <span className="visually-hidden"> ({tell(name)})</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {chosen && pair && (
        <Notice tone="info">
          <p>
            {t("measurement.template.filled", { kind: t(`measurement.template.${chosen.key}`) })} {tell(chosen.formula)}
          </p>
          <p>
            {t("measurement.template.together", {
              attribution: percent(chosen.attribution, 0),
              departments: t(`measurement.over-departments.${chosen.overDepartments}`),
            })}
          </p>
          {!guardrail && (
            <p>
              {t("measurement.template.guardrail")}{" "}
              <a href={`?template=${pair.key}&guardrail=yes`}>{tell(pair.name)}</a>
            </p>
          )}
        </Notice>
      )}
    </>
  );
}
