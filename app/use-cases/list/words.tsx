import { useSpeech } from "#app/locales/use-speech";
import { AI_TYPES, isOffered, SOURCES } from "../content";
import { isStage } from "../stages";
import type { CaseList } from "./list.server";
import { type Facet, NONE } from "./query";

type Names = Pick<CaseList, "departments" | "tagNames" | "campaignNames">;

/** What a filter's value is called, by its filter. */
export function useMarkWords({ departments, tagNames, campaignNames }: Names) {
  const { t, tell } = useSpeech();
  const unknown = t("desk.unknown");
  const words: Record<Facet, (value: string) => string> = {
    stage: (value) => t(isStage(value) ? `use-cases.stage.${value}` : "use-cases.stage.unknown"),
    department: (value) =>
      tell(departments.find(({ id }) => String(id) === value)?.name) || t("use-cases.head.no-department"),
    aiType: (value) =>
      isOffered(AI_TYPES, value) ? t(`use-cases.ai-type.${value}`) : value === NONE ? unknown : value,
    source: (value) => (isOffered(SOURCES, value) ? t(`use-cases.source.${value}`) : value === NONE ? unknown : value),
    campaign: (value) => tell(campaignNames.find(({ id }) => String(id) === value)?.name) || t("list.no-campaign"),
    tag: (value) => tagNames.find(({ id }) => String(id) === value)?.name ?? t("list.no-tag"),
  };
  const labels: Record<Facet, string> = {
    stage: t("use-cases.column.stage"),
    department: t("use-cases.field.departmentId"),
    aiType: t("use-cases.field.aiType"),
    source: t("use-cases.field.source"),
    campaign: t("list.campaign"),
    tag: t("list.tag"),
  };
  return { labels, words };
}
