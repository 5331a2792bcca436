import { Fragment } from "react";
import { useForm } from "#app/answer";
import { minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { Chart } from "#app/ui/chart";
import { Hidden } from "#app/ui/form";
import { Notice, PageHeader, Row, Section } from "#app/ui/page";
import type { Choosing } from "./choose";
import { ScenarioBadge } from "./scenario-badge";
import { Aside, ChosenCases } from "./scenario-cases";
import { Costs, Figures } from "./scenario-figures";
import { limitedRule } from "./scenario-words";
import type { Scenario } from "./scenarios.server";

type Result = Scenario & { result: Choosing };

function Frontier({ result }: Result) {
  const { t, wholeMoney } = useSpeech();
  if (result.frontier.length === 0) return null;
  const bounds = result.frontier.some(({ status }) => status !== "optimal");
  return (
    <Section title={t("choice.frontier")} lead={t("choice.frontier.lead")}>
      <Chart
        caption={t("choice.frontier")}
        format={{ style: "money" }}
        note={bounds ? t("choice.frontier.some") : undefined}
        description={{
          kind: "lines",
          labelHeader: t("choice.budget"),
          labels: result.frontier.map(({ budget }) => wholeMoney(minor(Math.round(budget)))),
          series: [
            { name: t("choice.value"), values: result.frontier.map(({ value }) => value) },
            { name: t("choice.cost"), values: result.frontier.map(({ cost }) => cost), paint: "muted" },
          ],
        }}
      />
    </Section>
  );
}

function Conflicting({ inputs, result }: Result) {
  const speech = useSpeech();
  const { t } = speech;
  const { conflict } = result;
  return (
    <Notice tone="bad" title={t("choice.conflict")}>
      {conflict &&
        [conflict, ...(conflict.others ?? [])].map((each, place) => {
          const words = each.rules.map((rule) => limitedRule(speech, rule, inputs));
          return (
            <Fragment key={words.join(" ")}>
              {place > 0 && <p>{t("choice.conflict.also")}</p>}
              <ul>
                {words.map((said) => (
                  <li key={said}>{said}</li>
                ))}
              </ul>
              <p>{t(each.smallest ? "choice.conflict.smallest" : "choice.conflict.some")}</p>
            </Fragment>
          );
        })}
    </Notice>
  );
}

function Running({ mayChoose }: { mayChoose: boolean }) {
  const { t } = useSpeech();
  const { refusal } = useForm("cancel");
  return (
    <Section>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <Notice tone="info">{t("choice.running")}</Notice>
      <Row>
        <ButtonLink href="?">{t("choice.look-again")}</ButtonLink>
        {mayChoose && (
          <form method="post">
            <Hidden values={{ intent: "cancel" }} />
            <Button variant="danger">{t("choice.cancel")}</Button>
          </form>
        )}
      </Row>
    </Section>
  );
}

function Outcome(scenario: Result) {
  const { t } = useSpeech();
  const { result } = scenario;
  if (result.status === "infeasible") return <Conflicting {...scenario} />;
  if (result.status === "unknown") return <Notice tone="warning">{t("choice.status.unknown.lead")}</Notice>;
  return (
    <>
      <Figures {...scenario} />
      <ChosenCases {...scenario} />
      <Section title={t("choice.constraints")} lead={t("choice.constraints.lead")}>
        <Costs {...scenario} />
      </Section>
      <Frontier {...scenario} />
    </>
  );
}

interface Props {
  scenario: Scenario;
  mayChoose: boolean;
  mayDelete: boolean;
}

/** One scenario: what was chosen from which figures, and why. */
export function ScenarioView({ scenario, mayChoose, mayDelete }: Props) {
  const { t, moment } = useSpeech();
  const { refusal } = useForm("delete");
  const { id, name, by, at, status, result } = scenario;
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={t("choice.title")}
        crumbs={[
          { label: t("desk.nav.prioritise"), href: "/prioritise" },
          { label: t("choice.title"), href: "/prioritise/choice" },
        ]}
        meta={
          <>
            <ScenarioBadge {...scenario} />
            <span>{t("choice.as-of.by", { by, at: moment(new Date(at)) })}</span>
          </>
        }
        actions={
          mayChoose && <ButtonLink href={`/prioritise/choice?from=${id}#work-out`}>{t("choice.change")}</ButtonLink>
        }
      />
      {status === "running" ? (
        <Running mayChoose={mayChoose} />
      ) : result ? (
        <>
          <Outcome {...scenario} result={result} />
          <Aside {...scenario} result={result} />
        </>
      ) : (
        <Notice tone="warning">{t(`choice.status.${status}.lead`)}</Notice>
      )}
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {mayDelete && (
        <ConfirmForm
          label={t("choice.delete")}
          consequence={t("choice.delete.consequence")}
          submit={t("choice.delete.submit")}
          intent="delete"
        />
      )}
    </>
  );
}
