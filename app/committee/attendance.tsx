import { type FormState, useForm, useTyped } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { rolesInOneLine } from "#app/people/role-words";
import { isRole } from "#app/people/roles";
import { Button } from "#app/ui/button";
import { CheckboxGroup } from "#app/ui/choice";
import { FormActions, Hidden } from "#app/ui/form";
import { Notice, Section } from "#app/ui/page";
import type { AgendaCase } from "./agenda.server";
import type { SessionPage } from "./session-page.server";

/** Whether this page offers to decide on a case. */
export function isDecidable(entry: AgendaCase, page: SessionPage): boolean {
  return page.status === "planned" && !page.early && !entry.decision && entry.mayDecide && entry.outcomes.length > 0;
}

/** Who is there, to tick; beside what somebody else noted meanwhile, when they did. */
export function Seats({ page, form, id, hint }: { page: SessionPage; form: FormState; id?: string; hint?: string }) {
  const speech = useSpeech();
  const { t, list } = speech;
  const { members, version } = page;
  const here = members.filter(({ present }) => present).map((member) => String(member.id));
  // A rejection of a form that had no boxes says nothing of who is there.
  const ticked = form.rejection?.typed.version === undefined ? here : (form.rejection.chosen["present[]"] ?? []);
  const names = (ids: readonly string[]) =>
    list(members.filter((member) => ids.includes(String(member.id))).map(({ name }) => name));
  return (
    <>
      {form.rejection?.stale && (
        <ConflictPanel fields={[{ label: t("committee.attendance"), yours: names(ticked), theirs: names(here) }]} />
      )}
      <Hidden values={{ version }} />
      <CheckboxGroup
        name="present[]"
        id={id}
        label={t("committee.attendance.who")}
        hint={hint}
        values={ticked}
        options={members.map((member) => ({
          value: String(member.id),
          label: member.name,
          hint: rolesInOneLine(speech, member.roles.filter(isRole)),
        }))}
      />
    </>
  );
}

function AttendanceForm({ page }: { page: SessionPage }) {
  const { t } = useSpeech();
  const form = useForm("attendance");
  return (
    <form method="post" className="form">
      {form.refusal && !form.rejection?.stale && <Notice tone="bad">{form.refusal}</Notice>}
      <Hidden values={{ intent: "attendance" }} />
      <Seats page={page} form={form} />
      <FormActions>
        <Button variant="quiet">{t("committee.attendance.save")}</Button>
      </FormActions>
    </form>
  );
}

/**
 * Who is there, and whether that makes a quorum. While a decision stands refused on the page, its form holds the boxes:
 * a form of their own would leave what was written there behind.
 */
export function Attendance({ page }: { page: SessionPage }) {
  const { t, list } = useSpeech();
  const refused = useTyped("decide")?.reference;
  const { members, quorumNow, mayPlan, status, agenda } = page;
  const { present, needed: quorum, unheard, reached } = quorumNow;
  const here = members.filter((member) => member.present).map(({ name }) => name);
  const undecided = agenda.find((entry) => entry.reference === refused && isDecidable(entry, page));
  return (
    <Section
      title={t("committee.attendance")}
      lead={t(present >= quorum ? "committee.attendance.quorum" : "committee.attendance.no-quorum", {
        present,
        quorum,
      })}
    >
      {here.length > 0 && <p>{list(here)}</p>}
      {!reached && unheard.length > 0 && (
        <Notice tone="warning">
          {t("committee.attendance.unheard", { roles: list(unheard.map((role) => t(`people.role.${role}`))) })}
        </Notice>
      )}
      {undecided ? (
        <p>
          <a href={`#present-${undecided.reference}`}>
            {t("committee.attendance.with-decision", { reference: undecided.reference })}
          </a>
        </p>
      ) : (
        mayPlan && status === "planned" && <AttendanceForm page={page} />
      )}
    </Section>
  );
}
