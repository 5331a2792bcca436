import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { DateField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Row, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { GatesPage, ListedCheck } from "./gates-page.server";

function Reword({ check }: { check: ListedCheck }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("reword", { checkId: String(check.id) });
  const fieldOf = (name: string, stored: string) => ({ ...field(name, stored), id: `${name}-${check.id}` });
  return (
    <Disclosure summary={t("own-checks.reword")} open={rejection !== undefined}>
      {rejection?.stale && (
        <ConflictPanel
          fields={[
            {
              label: t("own-checks.field.question.fr"),
              yours: rejection.typed.questionFr ?? "",
              theirs: check.question.fr ?? "",
            },
            {
              label: t("own-checks.field.question.en"),
              yours: rejection.typed.questionEn ?? "",
              theirs: check.question.en ?? "",
            },
          ]}
        />
      )}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" action={`#check-${check.id}`} className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "reword", checkId: check.id, version: check.version }} />
        <TextField
          {...fieldOf("questionFr", check.question.fr ?? "")}
          label={t("own-checks.field.question.fr")}
          lang="fr"
          required
        />
        <TextField
          {...fieldOf("questionEn", check.question.en ?? "")}
          label={t("own-checks.field.question.en")}
          lang="en"
          required
        />
        <TextArea
          {...fieldOf("helpFr", check.help?.fr ?? "")}
          label={t("own-checks.field.help.fr")}
          rows={2}
          lang="fr"
        />
        <TextArea
          {...fieldOf("helpEn", check.help?.en ?? "")}
          label={t("own-checks.field.help.en")}
          rows={2}
          lang="en"
        />
        <p className="hint">{t("own-checks.reword.hint")}</p>
        <FormActions>
          <Button variant="quiet">{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

function useScope(page: GatesPage) {
  const { t, tell, list } = useSpeech();
  return ({ departmentIds, aiTypes, customerFacing }: ListedCheck) => {
    const named = page.departments.filter(({ id }) => departmentIds.includes(id)).map(({ name }) => tell(name));
    const types = aiTypes.map((type) => t(`use-cases.ai-type.${type as "other"}`));
    const parts = [
      named.length ? list(named) : "",
      types.length ? list(types) : "",
      customerFacing === null ? "" : t(customerFacing ? "own-checks.scope.customers" : "own-checks.scope.inside"),
    ].filter(Boolean);
    return parts.length ? parts.join(" · ") : t("own-checks.scope.all");
  };
}

function Since({ check, today }: { check: ListedCheck; today: Day }) {
  const { t, date } = useSpeech();
  const { fromOn, retiredOn } = check;
  return (
    <Row>
      <span>{t("own-checks.since", { date: date(fromOn) })}</span>
      {fromOn > today && <Badge tone="accent">{t("own-checks.to-come")}</Badge>}
      {retiredOn && <Badge>{t("own-checks.retired-on", { date: date(retiredOn) })}</Badge>}
    </Row>
  );
}

/** Own checks with what they ask, of whom, since when, and how many cases lack them. */
export function OwnCheckTable({ caption, checks, page }: { caption: string; checks: ListedCheck[]; page: GatesPage }) {
  const { t, tell } = useSpeech();
  const scopeOf = useScope(page);
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={checks}
      rowKey={({ id }) => id}
      narrow="cards"
      columns={[
        {
          key: "question",
          header: t("own-checks.question"),
          rowHeader: true,
          width: "wide",
          cell: ({ id, question }) => <span id={`check-${id}`}>{tell(question)}</span>,
        },
        {
          key: "kind",
          header: t("own-checks.field.kind"),
          cell: ({ kind, expected, role }) =>
            expected !== null
              ? t("own-checks.expects", { answer: t(expected ? "desk.yes" : "desk.no") })
              : role
                ? t("own-checks.by-sign-off", { kind: t(`delivery.sign-off.kind.${role}`) })
                : t(`own-checks.kind.${kind}`),
        },
        { key: "scope", header: t("own-checks.scope"), cell: scopeOf },
        {
          key: "since",
          header: t("own-checks.in-force"),
          cell: (check) => <Since check={check} today={page.today} />,
        },
        {
          key: "lacking",
          header: t("own-checks.lacking"),
          cell: ({ lacking }) => lacking && t("own-checks.lacking.of", { ...lacking }),
        },
        {
          key: "change",
          header: t("desk.edit"),
          width: "wide",
          cell: (check) =>
            check.retiredOn === null && (
              <Stack gap="tight">
                <Reword check={check} />
                <ConfirmForm
                  label={t("own-checks.retire")}
                  consequence={t("own-checks.retire.consequence")}
                  submit={t("own-checks.retire")}
                  intent="retire"
                  fields={{ checkId: check.id, version: check.version }}
                >
                  <DateField
                    name="retiredOn"
                    id={`retiredOn-${check.id}`}
                    label={t("own-checks.field.retired")}
                    hint={t("own-checks.field.retired.hint")}
                    min={page.today}
                  />
                </ConfirmForm>
              </Stack>
            ),
        },
      ]}
    />
  );
}
