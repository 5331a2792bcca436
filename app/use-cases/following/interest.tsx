import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Row, Section, Stack } from "#app/ui/page";
import type { Interest } from "./interest.server";

/**
 * «We have this need too», and whether one is told of what happens to the case.
 * @param closed whether nobody votes any more
 * @param join what stands beside the vote for those who bring their own volumes
 */
export function InterestSection(props: { interest: Interest; reference: string; closed: boolean; join?: ReactNode }) {
  const { t } = useSpeech();
  const { interest, reference, closed, join } = props;
  const { votes, voted, followers, follows } = interest;
  const names = `/use-cases/${reference}/links`;
  return (
    <Section title={t("case.interest.title")}>
      <Stack gap="tight">
        <Row>
          <a href={`${names}#votes`}>{t("case.votes.count", { count: votes })}</a>
          <a href={`${names}#followers`}>{t("case.followers.count", { count: followers })}</a>
        </Row>
        {closed || (
          <div className="screen-only">
            <Row>
              <form method="post" action="?index">
                <Hidden values={{ voted: voted ? "no" : "yes" }} />
                <Button variant={voted ? "plain" : "quiet"} name="intent" value="vote" aria-pressed={voted}>
                  {t(voted ? "case.vote.take-back" : "case.vote")}
                </Button>
              </form>
              <form method="post" action="?index">
                <Hidden values={{ follows: follows ? "no" : "yes" }} />
                <Button variant="plain" name="intent" value="follow" aria-pressed={follows}>
                  {t(follows ? "case.unfollow" : "case.follow")}
                </Button>
              </form>
              {join}
            </Row>
          </div>
        )}
      </Stack>
    </Section>
  );
}
