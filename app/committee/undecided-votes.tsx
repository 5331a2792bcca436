import { useSpeech } from "#app/locales/use-speech";
import { Notice } from "#app/ui/page";
import { CaseLink } from "./case-link";
import type { SessionPage } from "./session-page.server";

/** Whose votes come to nothing where a session ends now: told before it closes. */
export function UndecidedVotes({ agenda }: Pick<SessionPage, "agenda">) {
  const { t, list } = useSpeech();
  const voted = agenda.filter(({ votedBy }) => votedBy.length > 0);
  if (voted.length === 0) return null;
  return (
    <Notice tone="info" title={t("committee.votes.undecided", { count: voted.length })}>
      {t("committee.votes.undecided.consequence")}
      <ul>
        {voted.map(({ reference, title, votedBy }) => (
          <li key={reference}>
            <CaseLink reference={reference} title={title} />{" "}
            {t("committee.votes.undecided.by", { names: list(votedBy) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
