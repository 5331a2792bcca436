import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
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

/** Whether the link is what the page is about: a person who cannot come in yet, or a link just made. */
export function isLinkFirst({ active, hasPassword }: Access, issued: IssuedLink | null): boolean {
  return active && (!hasPassword || issued !== null);
}

/** The one-time link by which a person chooses a password: how it stands, and once its address. */
export function PasswordLink({ access, issued }: { access: Access; issued: IssuedLink | null }) {
  const { t, moment } = useSpeech();
  const { refusal } = useForm("link");
  return (
    <Panel title={t("people.link.title")} tone={issued || !access.hasPassword ? "accent" : undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {issued ? (
        <>
          <p>{t("people.link.once", { name: access.name, until: moment(new Date(issued.until)) })}</p>
          <TextField name="link-address" label={t("people.link.address")} value={issued.url} readOnly />
        </>
      ) : (
        <>
          <p>{t(access.hasPassword ? "people.link.present" : "people.person.no-password")}</p>
          <p className="hint">{t("people.link.lead")}</p>
          {access.linkUntil && <p>{t("people.link.waiting", { until: moment(new Date(access.linkUntil)) })}</p>}
        </>
      )}
      <form method="post" className="row">
        <Hidden values={{ intent: "link" }} />
        <Button variant={access.hasPassword || issued ? "quiet" : "primary"}>{t("people.link.issue")}</Button>
        {issued && <ButtonLink href="/people/new">{t("people.list.new")}</ButtonLink>}
      </form>
    </Panel>
  );
}

/** How a person gets in, and how an administrator stops it. */
export function PersonAccess({ access, issued }: { access: Access; issued: IssuedLink | null }) {
  const { t } = useSpeech();
  const { name, version } = access;
  const refused = [useForm("close"), useForm("reopen"), useForm("end-sessions")];
  const refusal = refused.map((form) => form.refusal).find(Boolean);
  return (
    <Stack>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {access.active && !isLinkFirst(access, issued) && <PasswordLink access={access} issued={issued} />}
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
