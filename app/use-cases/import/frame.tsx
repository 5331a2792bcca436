import type { ReactNode } from "react";
import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ConfirmForm } from "#app/ui/button";
import { StepList } from "#app/ui/listing";
import { Notice, PageHeader, Section } from "#app/ui/page";

const STEPS = ["reading", "columns", "values", "check", "run"] as const;
type Step = (typeof STEPS)[number];

interface Props {
  id: number;
  fileName: string;
  status: "uploaded" | "running" | "done" | "failed";
  isRead: boolean;
  isOwn: boolean;
  path: string;
  children: ReactNode;
}

function hrefOf(id: number, step: Step): string {
  return step === "reading" ? `/import/${id}` : `/import/${id}/${step}`;
}

/** Why the last form of a step was refused as a whole. Each step shows its own. */
export function StepRefusal() {
  const { refusal } = useForm();
  return refusal && <Notice tone="bad">{refusal}</Notice>;
}

/** The steps of one import, each of which can be returned to until it runs. */
export function ImportFrame({ id, fileName, status, isRead, isOwn, path, children }: Props) {
  const { t } = useSpeech();
  const current = STEPS.find((step) => path === hrefOf(id, step)) ?? "reading";
  const at = STEPS.indexOf(current);
  const open = status === "uploaded" || status === "failed";
  const state = (step: Step) =>
    status === "done" ? "done" : step === current ? "current" : STEPS.indexOf(step) < at ? "done" : "ahead";
  return (
    <>
      <PageHeader title={fileName} crumbs={[{ label: t("imports.title"), href: "/import" }, { label: fileName }]} />
      <StepList
        label={t("imports.steps")}
        steps={STEPS.filter((step) => !isOwn || (step !== "columns" && step !== "values")).map((step) => ({
          label: t(`imports.step.${step}`),
          state: state(step),
          href: open && step !== "run" && (isRead || step === "reading") ? hrefOf(id, step) : undefined,
        }))}
      />
      {children}
      {open && (
        <Section>
          <ConfirmForm
            label={t("imports.discard")}
            consequence={t("imports.discard.consequence")}
            submit={t("imports.discard.confirm")}
            action={`/import/${id}?index`}
            intent="discard"
          />
        </Section>
      )}
    </>
  );
}
