import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup, Select } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Timeline } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Prose, Row, Section, Stack } from "#app/ui/page";
import type { CaseCheck } from "#app/use-cases/own-checks/answer.server";
import type { GovernancePage } from "./governance-page.server";

function AnswerForm({ check, page }: { check: CaseCheck; page: GovernancePage }) {
  const { t } = useSpeech();
  const form = useForm("check", { checkId: String(check.id) });
  const at = (name: string) => `${name}-check-${check.id}`;
  const fieldOf = (name: string) => ({ ...form.field(name), id: at(name) });
  return (
    <Disclosure
      summary={t(check.answers.length ? "own-checks.answer-anew" : "own-checks.answer")}
      open={form.rejection !== undefined}
    >
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary
          errors={Object.fromEntries(Object.entries(form.errors).map(([name, text]) => [at(name), text]))}
        />
        <Hidden values={{ intent: "check", checkId: check.id }} />
        {check.kind === "yes-no" && (
          <RadioGroup
            {...fieldOf("said")}
            label={t("own-checks.field.said")}
            layout="inline"
            options={[
              { value: "yes", label: t("desk.yes") },
              { value: "no", label: t("desk.no") },
            ]}
            required
          />
        )}
        {check.kind === "text" && (
          <TextArea {...fieldOf("text")} label={t("own-checks.field.text")} rows={3} required />
        )}
        {check.kind === "file" && (
          <>
            <Select
              {...fieldOf("fileId")}
              label={t("own-checks.field.file")}
              empty={t("delivery.choose")}
              options={page.files.map(({ id, name }) => ({ value: String(id), label: name }))}
              required
            />
            <p>
              <a href={`/use-cases/${page.reference}/files`}>{t("own-checks.add-file")}</a>
            </p>
          </>
        )}
        <TextArea {...fieldOf("note")} label={t("own-checks.field.note")} rows={2} />
        <FormActions>
          <Button variant="quiet">{t("own-checks.answer.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

function useAnswerWords() {
  const { t, tell } = useSpeech();
  return ({ said, text, file }: CaseCheck["answers"][number]) =>
    said !== null ? t(said ? "desk.yes" : "desk.no") : text ? tell(text) : (file ?? t("own-checks.file-gone"));
}

function Answers({ check }: { check: CaseCheck }) {
  const { t, tell, date } = useSpeech();
  const words = useAnswerWords();
  if (check.answers.length === 0) return null;
  const told = (answer: CaseCheck["answers"][number]) => ({
    key: answer.id,
    when: date(answer.on),
    title: words(answer),
    who: answer.by ?? t("desk.product"),
    tone: answer.passes ? ("good" as const) : ("warning" as const),
    body: (
      <>
        {answer.note && <Prose>{tell(answer.note)}</Prose>}
        {answer.worded && <p className="hint">{t("own-checks.worded-otherwise")}</p>}
      </>
    ),
  });
  const [newest, ...earlier] = check.answers;
  const label = tell(check.question);
  return (
    <>
      {newest && <Timeline label={label} items={[told(newest)]} />}
      {earlier.length > 0 && (
        <Disclosure summary={t("own-checks.earlier", { count: earlier.length })}>
          <Timeline label={label} items={earlier.map(told)} />
        </Disclosure>
      )}
    </>
  );
}

function Check({ check, page }: { check: CaseCheck; page: GovernancePage }) {
  const { t, tell } = useSpeech();
  return (
    <Stack gap="tight">
      <h3 id={`check-${check.id}`}>{tell(check.question)}</h3>
      <Row>
        <Badge tone={check.met ? "good" : "warning"}>{t(check.met ? "own-checks.met" : "own-checks.missing")}</Badge>
        <span>{t("safeguards.gate.to", { stage: t(`use-cases.stage.${check.gate}`) })}</span>
        {check.redLine && <Badge tone="accent">{t("own-checks.red-line")}</Badge>}
        {check.expected !== null && (
          <span>{t("own-checks.expects", { answer: t(check.expected ? "desk.yes" : "desk.no") })}</span>
        )}
      </Row>
      {check.help && <p className="hint">{tell(check.help)}</p>}
      {check.kind === "sign-off" && check.role && (
        <p>
          <a href="#sign-offs">{t("own-checks.by-sign-off", { kind: t(`delivery.sign-off.kind.${check.role}`) })}</a>
        </p>
      )}
      <Answers check={check} />
      {check.mayAnswer && <AnswerForm check={check} page={page} />}
    </Stack>
  );
}

/** What the organisation itself asks of a case: each question with its answers, and the form for those who may answer. */
export function OwnChecks({ page }: { page: GovernancePage }) {
  const { t } = useSpeech();
  if (page.ownChecks.length === 0) return null;
  return (
    <Section id="own-checks" title={t("own-checks.title")} lead={t("own-checks.lead")}>
      <Stack>
        {page.ownChecks.map((check) => (
          <Check key={check.id} check={check} page={page} />
        ))}
      </Stack>
    </Section>
  );
}
