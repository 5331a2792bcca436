import { type Evidence, evidenceName } from "#app/kernel/evidence";
import { useSpeech } from "#app/locales/use-speech";
import { Badge, GradeMark } from "#app/ui/mark";

/** How well a figure is proven, in its mark and its word. */
export function EvidenceMark({ grade, compact }: { grade: Evidence; compact?: boolean }) {
  const { t } = useSpeech();
  return <GradeMark grade={grade} label={t(`measurement.evidence.${evidenceName(grade)}`)} compact={compact} />;
}

const TONES = { waiting: "neutral", accepted: "good", "sent-back": "warning" } as const;

/** What finance said of a report. */
export function ReviewBadge({ review }: { review: keyof typeof TONES }) {
  const { t } = useSpeech();
  return <Badge tone={TONES[review]}>{t(`measurement.review.${review}`)}</Badge>;
}

const STATUS_TONES = { open: "neutral", collecting: "accent", "in-review": "warning", closed: "good" } as const;

/** How far the collection of a quarter is. */
export function QuarterBadge({ status }: { status: keyof typeof STATUS_TONES }) {
  const { t } = useSpeech();
  return <Badge tone={STATUS_TONES[status]}>{t(`measurement.quarter.status.${status}`)}</Badge>;
}
