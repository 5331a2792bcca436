import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { type Step, StepList } from "#app/ui/listing";
import { Section } from "#app/ui/page";
import { type FirstStep, firstSteps, type HouseFacts, lackingRoles } from "./first-steps";

function hrefOf(step: FirstStep, facts: HouseFacts): string {
  if (step === "departments") return facts.departments > 0 ? "/admin/departments" : "/admin/departments/new";
  if (step === "people" && facts.waiting > 0) return "/people?status=waiting";
  if (step === "people") return facts.ready > 0 ? "/people" : "/people/new";
  if (step === "roles") return "/people";
  if (step === "case") return facts.hasCase ? "/use-cases" : "/use-cases/new";
  return "/committee";
}

function useNotes(facts: HouseFacts): Record<FirstStep, ReactNode> {
  const { t, list } = useSpeech();
  const { departments, ready, waiting, hasCase, hasSession } = facts;
  const lacking = lackingRoles(facts).map(({ role, count }) => t(`first-steps.lacks.${role}`, { count }));
  return {
    departments:
      departments > 0 ? t("first-steps.departments.count", { count: departments }) : t("first-steps.departments.none"),
    people:
      waiting > 0
        ? t("first-steps.people.waiting", { count: waiting })
        : ready > 0
          ? t("first-steps.people.count", { count: ready })
          : t("first-steps.people.none"),
    roles: lacking.length ? t("first-steps.roles.lacking", { roles: list(lacking) }) : t("first-steps.roles.held"),
    case: !hasCase && <a href="/import">{t("first-steps.case.import")}</a>,
    session: !hasSession && t("first-steps.session.next"),
  };
}

/** What a new house does first: each step leads to where it is done, and is ticked off by what is there. */
export function FirstSteps({ facts }: { facts: HouseFacts }) {
  const { t } = useSpeech();
  const notes = useNotes(facts);
  const steps = firstSteps(facts);
  const current = steps.find(({ done }) => !done)?.step;
  return (
    <Section title={t("first-steps.title")} lead={t("first-steps.lead")}>
      <StepList
        label={t("first-steps.title")}
        steps={steps.map(
          ({ step, done }): Step => ({
            label: t(`first-steps.step.${step}`),
            state: done ? "done" : step === current ? "current" : "ahead",
            note: notes[step],
            href: hrefOf(step, facts),
          }),
        )}
      />
    </Section>
  );
}
