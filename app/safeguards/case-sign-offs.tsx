import { Once, useForm } from "#app/answer";
import { SignOffAnswer, SignOffDelegation } from "#app/delivery/sign-off-answer";
import { DueBadge, useStaleWords, VerdictBadge } from "#app/delivery/sign-off-badges";
import { MeetCondition, SignOffConditions } from "#app/delivery/sign-off-conditions";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, Row, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { GovernancePage } from "./governance-page.server";

type Shown = GovernancePage["signOffs"][number];

function AskForm({ page }: { page: GovernancePage }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("request");
  return (
    <Disclosure summary={t("safeguards.sign-offs.ask")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "request" }} />
        <FieldGrid>
          <Select
            {...field("kind")}
            label={t("delivery.sign-off.kind")}
            empty={t("delivery.choose")}
            options={page.askable.map((kind) => ({ value: kind, label: t(`delivery.sign-off.kind.${kind}`) }))}
            required
          />
          <DateField
            {...field("dueOn")}
            label={t("safeguards.sign-offs.due")}
            hint={t("safeguards.sign-offs.due.hint")}
            min={page.today}
          />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("safeguards.sign-offs.ask.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** What was said with an answer, and what became of it since. */
function Said({ one }: { one: Shown }) {
  const { t, tell, date } = useSpeech();
  const staleWords = useStaleWords();
  const lines = [
    tell(one.note),
    tell(one.conditions),
    one.staleOn && one.staleCause
      ? t("delivery.sign-off.stale-since", {
          date: date(one.staleOn),
          cause: staleWords(one.staleCause, one.staleDetail),
        })
      : "",
    one.state === "yes" && one.expiresOn ? t("delivery.sign-off.holds-until", { date: date(one.expiresOn) }) : "",
    one.state === "expired" && one.expiresOn ? t("delivery.sign-off.expired-on", { date: date(one.expiresOn) }) : "",
    one.verdict === null && one.delegatedTo
      ? t("delivery.sign-off.given", { from: one.delegatedBy ?? "", to: one.delegatedTo })
      : "",
  ].filter(Boolean);
  return (
    <Stack gap="tight">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Stack>
  );
}

function SignOffTable({ signOffs, page }: { signOffs: readonly Shown[]; page: GovernancePage }) {
  const { t, date } = useSpeech();
  const { today } = page;
  return (
    <DataTable
      caption={t("delivery.sign-off.title")}
      hideCaption
      rows={signOffs}
      rowKey={({ id }) => id}
      narrow="cards"
      columns={[
        {
          key: "kind",
          header: t("delivery.sign-off.kind"),
          cell: ({ kind, gate }) =>
            gate
              ? t("delivery.sign-off.kind-for", {
                  kind: t(`delivery.sign-off.kind.${kind}`),
                  stage: t(`use-cases.stage.${gate}`),
                })
              : t(`delivery.sign-off.kind.${kind}`),
          rowHeader: true,
        },
        {
          key: "asked",
          header: t("safeguards.sign-offs.asked"),
          cell: (one) =>
            t("delivery.sign-off.asked", { name: one.asker ?? t("desk.product"), date: date(one.requestedOn) }),
        },
        {
          key: "verdict",
          header: t("delivery.sign-off.verdict"),
          cell: (one) => (
            <Row>
              <VerdictBadge
                signature={one}
                conditional={one.conditions !== null || one.asked.length > 0}
                today={today}
              />
              {one.verdict === null && <DueBadge dueOn={one.dueOn} today={today} />}
            </Row>
          ),
        },
        { key: "said", header: t("delivery.sign-off.note"), cell: (one) => <Said one={one} /> },
        {
          key: "by",
          header: t("delivery.sign-off.by"),
          cell: (one) => {
            if (!one.on) return "";
            const by = one.by ?? t("desk.product");
            const who = one.inPlaceOf ? t("delivery.sign-off.in-place-of", { by, of: one.inPlaceOf }) : by;
            return `${who} · ${date(one.on)}`;
          },
        },
      ]}
    />
  );
}

/** The sign-offs of a case: what waits, what was said and still holds, and what was asked in return. */
export function CaseSignOffs({ page }: { page: GovernancePage }) {
  const { t } = useSpeech();
  const { signOffs, askable, today } = page;
  const now = signOffs.filter(({ verdict, counts }) => verdict === null || counts);
  const past = signOffs.filter((one) => !now.includes(one));
  const conditions = signOffs.filter(({ verdict }) => verdict === "yes").flatMap(({ asked }) => asked);
  const mayMeet = new Set(signOffs.flatMap((one) => one.mayMeet));
  return (
    <Section id="sign-offs" title={t("delivery.sign-off.title")} lead={t("safeguards.sign-offs.lead")}>
      {signOffs.length === 0 ? <p>{t("safeguards.sign-offs.none")}</p> : <SignOffTable signOffs={now} page={page} />}
      {signOffs
        .filter((one) => one.mayAnswer)
        .map((one) => (
          <Stack key={one.id} gap="tight">
            <SignOffAnswer
              id={one.id}
              label={t("safeguards.sign-offs.answer", { kind: t(`delivery.sign-off.kind.${one.kind}`) })}
              askable={page.partiesToAsk}
            />
            <SignOffDelegation
              id={one.id}
              label={t("delivery.sign-off.give", { kind: t(`delivery.sign-off.kind.${one.kind}`) })}
              mayGiveTo={one.mayGiveTo}
            />
          </Stack>
        ))}
      {conditions.length > 0 && (
        <Stack gap="tight">
          <h3>{t("delivery.sign-off.conditions.title")}</h3>
          <SignOffConditions conditions={conditions} label={t("delivery.sign-off.conditions.title")} today={today} />
          {conditions
            .filter(({ id }) => mayMeet.has(id))
            .map((condition) => (
              <MeetCondition key={condition.id} condition={condition} />
            ))}
        </Stack>
      )}
      {askable.length > 0 && <AskForm page={page} />}
      {past.length > 0 && (
        <Disclosure summary={t("safeguards.sign-offs.past", { count: past.length })}>
          <SignOffTable signOffs={past} page={page} />
        </Disclosure>
      )}
    </Section>
  );
}
