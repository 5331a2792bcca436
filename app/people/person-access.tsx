import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { TextField } from "#app/ui/field";
import { Hidden } from "#app/ui/form";
import { Notice, Panel, Stack } from "#app/ui/page";

export interface Access {
  personId: number;
  name: string;
  email: string;
  active: boolean;
  version: number;
  hasPassword: boolean;
  sessions: number;
  /** Milliseconds; null when no link waits. */
  linkUntil: number | null;
}

/** The link that was issued a moment ago: it is never shown again. */
export interface IssuedLink {
  url: string;
  until: number;
}

/** How a person gets in, and how an administrator stops it. */
export function PersonAccess({ access, issued }: { access: Access; issued: IssuedLink | null }) {
  const { t, moment } = useSpeech();
  const { name, version } = access;
  const refused = [useForm("link"), useForm("close"), useForm("reopen"), useForm("end-sessions")];
  const refusal = refused.map((form) => form.refusal).find(Boolean);
  return (
    <Stack>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {access.active && (
        <Panel title={t("people.link.title")} tone={issued ? "accent" : undefined}>
          {issued ? (
            <>
              <p>{t("people.link.once", { name, until: moment(new Date(issued.until)) })}</p>
              <TextField name="link-address" label={t("people.link.address")} value={issued.url} readOnly />
            </>
          ) : (
            <>
              <p>{t(access.hasPassword ? "people.link.present" : "people.person.no-password")}</p>
              <p className="hint">{t("people.link.lead")}</p>
              {access.linkUntil && <p>{t("people.link.waiting", { until: moment(new Date(access.linkUntil)) })}</p>}
            </>
          )}
          <form method="post">
            <Hidden values={{ intent: "link" }} />
            <Button variant="quiet">{t("people.link.issue")}</Button>
          </form>
        </Panel>
      )}
      <Panel title={t("people.person.access")}>
        <p>{t("people.sessions-of.count", { count: access.sessions })}</p>
        {access.sessions > 0 && (
          <ConfirmForm
            label={t("people.sessions-of.end")}
            consequence={t("people.sessions-of.consequence", { name })}
            submit={t("people.sessions-of.end")}
            intent="end-sessions"
          />
        )}
        {access.active ? (
          <ConfirmForm
            label={t("people.close.label")}
            consequence={t("people.close.consequence", { name })}
            submit={t("people.close.label")}
            intent="close"
            fields={{ version }}
          />
        ) : (
          <form method="post">
            <Hidden values={{ intent: "reopen", version }} />
            <Button variant="quiet">{t("people.reopen.label")}</Button>
          </form>
        )}
        <p>
          <a href={`/audit?who=${encodeURIComponent(access.email)}`}>{t("people.person.history")}</a>
        </p>
        <p>
          <a href={`/audit?subject=person&id=${access.personId}`}>{t("people.person.changes")}</a>
        </p>
      </Panel>
    </Stack>
  );
}
