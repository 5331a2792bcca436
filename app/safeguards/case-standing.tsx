import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { Row } from "#app/ui/page";
import type { CaseStanding } from "./case-standing.server";
import { LevelBadge } from "./risks/marks";

/** On the card of a case: how grave its risks are, what is overdue, and what went wrong. Nothing where there is neither. */
export function CaseStandingLine({ standing, reference }: { standing: CaseStanding; reference: string }) {
  const { t } = useSpeech();
  const { open, worst, overdue, incidents, openIncidents } = standing;
  if (open + incidents === 0) return null;
  return (
    <Row>
      <a href={`/use-cases/${reference}/risks`}>{t("risks.card", { open })}</a>
      {worst !== null && <LevelBadge score={worst} />}
      {overdue > 0 && <Badge tone="bad">{t("risks.home.overdue", { count: overdue })}</Badge>}
      {incidents > 0 && (
        <a href={`/use-cases/${reference}/risks#incidents`}>
          {t("incidents.card", { count: incidents, open: openIncidents })}
        </a>
      )}
    </Row>
  );
}
