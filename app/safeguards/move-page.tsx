import { useForm } from "#app/answer";
import { NEXT_GATE } from "#app/delivery/pipeline";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Notice, PageHeader, Row, Stack } from "#app/ui/page";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { Stage } from "#app/use-cases/stages";
import { GateChecks } from "./gate-list";
import type { GovernancePage } from "./governance-page.server";
import { MoveForm } from "./move-form";

/** The move of one case from the board: what each stage asks for, and the form. The board shows it in place. */
export function MovePage(props: {
  page: GovernancePage;
  title: Told;
  /** Stages that hold as many cases as they should, or more. */
  full: { stage: Stage; cases: number; limit: number }[];
  /** The board's address after its «?». */
  board: string;
}) {
  const { page, title, full, board } = props;
  const { t, tell } = useSpeech();
  const { refusal } = useForm("move");
  const { reference, stage } = page;
  const next = page.gates.find(({ to, offered }) => offered && stage !== null && to === NEXT_GATE[stage]);
  const reachable = full.filter((one) => page.gates.some(({ to, offered }) => offered && to === one.stage));
  return (
    <>
      <PageHeader
        title={tell(title) || t("use-cases.untitled")}
        eyebrow={reference}
        crumbs={[
          { href: `/pipeline${board && `?${board}`}`, label: t("delivery.pipeline.title") },
          { label: reference },
        ]}
      />
      <div data-move-panel="">
        <Stack>
          <Row>
            <StageBadge stage={stage} />
            <a href={`/use-cases/${reference}`}>{t("delivery.pipeline.open-case")}</a>
          </Row>
          {reachable.map((one) => (
            <Notice tone="warning" key={one.stage}>
              {t("delivery.pipeline.full", {
                stage: t(`use-cases.stage.${one.stage}`),
                count: one.cases,
                limit: one.limit,
              })}
            </Notice>
          ))}
          {/* A refused move says under its form what its own stage lacks. */}
          {!refusal && next && next.missing > 0 && (
            <Stack gap="tight">
              <h2>{t("safeguards.gate.to", { stage: t(`use-cases.stage.${next.to}`) })}</h2>
              <GateChecks gate={{ ...next, checks: next.checks.filter(({ met }) => !met) }} page={page} />
            </Stack>
          )}
          <MoveForm page={page} />
          {page.gates.every(({ offered }) => !offered) && <Notice tone="info">{t("delivery.pipeline.no-move")}</Notice>}
        </Stack>
      </div>
    </>
  );
}
