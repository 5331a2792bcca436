/** All work that the installation does by itself; docs/operations.md tells it to those who run it. */
import { bringBack } from "#app/committee/come-back.server";
import { lapseExceptions } from "#app/committee/edit-filter.server";
import { warnOfEnds } from "#app/delivery/registers/warn-of-ends.server";
import { remindSignOffs } from "#app/delivery/remind-sign-offs.server";
import { renewSignOffs } from "#app/delivery/renew-sign-offs.server";
import { remindCheckIns } from "#app/delivery/running/remind-check-ins.server";
import { collectByCalendar } from "#app/measurement/ask-owners.server";
import { forgetAnswers, forgetExpiredSessions, forgetOldLinks, forgetSignInFailures } from "#app/people/forget.server";
import { forgetOldMails } from "#app/people/mail-queue.server";
import { forgetOldNews } from "#app/people/notifications.server";
import { remindScreeners } from "#app/safeguards/remind-screeners.server";
import { remindRisks } from "#app/safeguards/risks/remind.server";
import { tellCampaigns } from "#app/use-cases/campaigns/tell-campaigns.server";
import { forgetHalfFiles } from "#app/use-cases/files/receive.server";
import { forgetOldFiles } from "#app/use-cases/import/upload.server";
import { indexCasesLeft } from "#app/use-cases/similar/index-cases.server";
import { compareCases } from "#app/use-cases/similar/pairs.server";
import { refreshStatistics } from "#db/statistics.server";
import { DAY_MS, HOUR_MS, type Job, MINUTE_MS } from "./job";

export const JOBS: readonly Job[] = [
  { name: "lapse-exceptions", every: HOUR_MS, work: lapseExceptions },
  { name: "bring-back", every: HOUR_MS, work: bringBack },
  { name: "remind-screeners", every: HOUR_MS, work: remindScreeners },
  { name: "remind-check-ins", every: HOUR_MS, work: remindCheckIns },
  { name: "warn-of-ends", every: HOUR_MS, work: warnOfEnds },
  { name: "remind-sign-offs", every: HOUR_MS, work: remindSignOffs },
  { name: "renew-sign-offs", every: HOUR_MS, work: renewSignOffs },
  { name: "remind-risks", every: HOUR_MS, work: remindRisks },
  { name: "collect-quarter", every: HOUR_MS, work: collectByCalendar },
  { name: "forget-sessions", every: HOUR_MS, work: forgetExpiredSessions },
  { name: "forget-sign-in-failures", every: HOUR_MS, work: forgetSignInFailures },
  { name: "forget-password-links", every: DAY_MS, work: forgetOldLinks },
  { name: "forget-answers", every: HOUR_MS, work: forgetAnswers },
  { name: "forget-notifications", every: DAY_MS, work: forgetOldNews },
  { name: "forget-mails", every: DAY_MS, work: forgetOldMails },
  { name: "forget-half-files", every: HOUR_MS, work: forgetHalfFiles },
  { name: "forget-imports", every: DAY_MS, work: forgetOldFiles },
  { name: "tell-campaigns", every: HOUR_MS, work: tellCampaigns },
  { name: "index-cases", every: MINUTE_MS, work: indexCasesLeft },
  { name: "compare-cases", every: 2 * MINUTE_MS, work: compareCases },
  { name: "refresh-statistics", every: DAY_MS, work: refreshStatistics },
];
