import type { calibration as French } from "../fr/calibration";

export const calibration: Record<keyof typeof French, string> = {
  "measurement.calibration.title": "Calibration",
  "measurement.calibration.lead":
    "What approved business cases promised, against what their reports say for the same quarters. The next estimate takes it into account.",
  "measurement.calibration.portfolio": "The whole portfolio",
  "measurement.calibration.kept": "Share of the promise that came true",
  "measurement.calibration.between": "between {low} and {high}",
  "measurement.calibration.interval": "The interval",
  "measurement.calibration.interval.whole": "Share ± {z} × √(variance ÷ cases as they weigh)",
  "measurement.calibration.interval.held": "Share ± {z} × √(variance ÷ (cases as they weigh + k))",
  "measurement.calibration.interval.share": "Share",
  "measurement.calibration.interval.spread": "Variance of one case around the portfolio’s mean",
  "measurement.calibration.interval.spread.own": "found in the cases of the portfolio, each weighing what it promised",
  "measurement.calibration.interval.spread.usual": "assumed, as long as there are fewer than {enough} cases",
  "measurement.calibration.interval.size": "Cases as they weigh",
  "measurement.calibration.interval.size.note":
    "(sum of the promises)² ÷ sum of their squares: how many cases of equal size would say as much",
  "measurement.calibration.interval.k": "k",
  "measurement.calibration.interval.k.note": "how many cases count for as much as the portfolio’s mean",
  "measurement.calibration.interval.reach": "Reach to either side",
  "measurement.calibration.interval.low": "Lower end",
  "measurement.calibration.interval.high": "Upper end",
  "measurement.calibration.interval.source":
    "Holds the true share eight times in ten, as far as cases spread like a bell curve.",
  "measurement.calibration.formula": "Sum of what came ÷ sum of what was promised, over the quarters that count",
  "measurement.calibration.promised": "Promised",
  "measurement.calibration.realised": "Realised",
  "measurement.calibration.cases": "Cases",
  "measurement.calibration.quarters": "Quarters",
  "measurement.calibration.quarters-counted": "{count, plural, one {# quarter counted} other {# quarters counted}}",
  "measurement.calibration.cases-quarters": "{cases} ({quarters} quarters)",
  "measurement.calibration.missing":
    "{count, plural, one {# promised quarter without whole reports does not count} other {# promised quarters without whole reports do not count}}",
  "measurement.calibration.whole": "Whole",
  "measurement.calibration.formula.promised":
    "Sum of what the approved business case of each case promised, over its counted quarters",
  "measurement.calibration.formula.realised":
    "Sum of what the reports gave in money, over the same quarters of the same cases",
  "measurement.calibration.formula.cases": "Cases of which at least one promised quarter is over and reported",
  "measurement.calibration.formula.held": "Weight × own result + (1 − weight) × the portfolio’s mean",
  "measurement.calibration.own": "Own result",
  "measurement.calibration.mean": "The portfolio’s mean",
  "measurement.calibration.weight": "Weight of its own cases",
  "measurement.calibration.weight.note":
    "n ÷ (n + {k}); n is less than one a case where a single case makes up nearly all of the sum",
  "measurement.calibration.held": "Share believed",
  "measurement.calibration.belief": "How far to trust it",
  "measurement.calibration.counts":
    "{count} cases: their result counts for {weight}, the portfolio’s mean for the rest.",
  "measurement.calibration.few":
    "{count, plural, one {# case} other {# cases}}: too few to tell; mostly the portfolio’s mean (their result counts for {weight}).",
  "measurement.calibration.few-counts":
    "Only {count, plural, one {# case} other {# cases}}: to be taken with care (their result counts for {weight}).",
  "measurement.calibration.too-few":
    "Only {count, plural, one {# case} other {# cases}}: {enough} are needed before a haircut is suggested. The figures are here, but they tell nothing yet.",
  "measurement.calibration.department": "Department",
  "measurement.calibration.kind": "Kind of benefit",
  "measurement.calibration.estimator": "Author of the estimate",
  "measurement.calibration.by.department": "By department",
  "measurement.calibration.by.department.lead": "Where promises hold, and where they melt.",
  "measurement.calibration.by.department.chart": "Share of the promise that came true, by department",
  "measurement.calibration.by.kind": "By kind of benefit",
  "measurement.calibration.by.kind.lead":
    "A case counts for the kind of benefit that makes up most of its promise: reports say a sum, not the line that it comes from.",
  "measurement.calibration.by.kind.chart": "Share of the promise that came true, by kind of benefit",
  "measurement.calibration.by.estimator": "By author",
  "measurement.calibration.by.estimator.lead":
    "Who wrote the version that was approved. The estimate is judged, not the person: what others delivered is still their estimate.",
  "measurement.calibration.by.estimator.chart": "Share of the promise that came true, by author",
  "measurement.calibration.no-author": "Unknown author",
  "measurement.calibration.mostly": "Mostly {kind}",
  "measurement.calibration.how": "What counts, and how",
  "measurement.calibration.how.counts":
    "A quarter counts when it is over, when the promise covers it, and when each valued KPI of the case has a report in money that was not sent back. Stopped and retired cases count too: stopping what disappoints does not polish the result.",
  "measurement.calibration.how.promise":
    "The promise is the first version that an approval froze, as it was estimated, before any haircut that was taken. A version rewritten since knew the first results.",
  "measurement.calibration.how.kind":
    "{count, plural, =0 {Each case promises one kind of benefit only.} one {# case promises several kinds of benefit: all of it counts for the largest.} other {# cases promise several kinds of benefit: all of each counts for its largest.}}",
  "measurement.calibration.how.shrink":
    "The share believed pulls each group towards the portfolio’s mean, the more so the fewer its cases (Bühlmann credibility). The interval holds eight chances in ten.",
  "measurement.calibration.empty": "No promise can be compared yet",
  "measurement.calibration.empty.next":
    "It takes an approved business case, a valued KPI, and a quarter that is over with its report.",
  "measurement.calibration.cases-of": "Calibration: {name}",
  "measurement.calibration.cases-of.lead":
    "Each case with the quarters that count. What came leads to the reports, the case to the version that was approved.",
  "measurement.calibration.in-quarter": "{quarter}: {realised} of {promised} promised",
  "business-cases.calibration": "Answers to calibration",
  "business-cases.calibration.lead":
    "What experience suggested to take off the estimated benefits, and what the author made of it.",
  "business-cases.calibration.suggested": "Calibration: keep {share} of this benefit?",
  "business-cases.calibration.hint":
    "{count, plural, one {# followed case is like this one} other {# followed cases are like this one}} (department, kind of benefit or author), and {count, plural, one {counts} other {count}} for {weight}; the rest is the portfolio’s mean, {mean} over {portfolio, plural, one {# case} other {# cases}}. Between {low} and {high}, eight times in ten.",
  "business-cases.calibration.hint.none":
    "No followed case is like this one: it is the portfolio’s mean, {mean} over {portfolio, plural, one {# case} other {# cases}}. Between {low} and {high}, eight times in ten.",
  "business-cases.calibration.nothing": "Calibration: nothing to take off this benefit. {hint}",
  "business-cases.calibration.open": "Not answered yet",
  "business-cases.calibration.take": "Keep {share}",
  "business-cases.calibration.refuse": "Refuse, and say why",
  "business-cases.calibration.reason": "Why refuse",
  "business-cases.calibration.reason.hint": "The committee reads this reason beside the business case.",
  "business-cases.calibration.taken":
    "Calibration taken: {share} of the estimate ({count, plural, =0 {the portfolio’s mean} one {# case} other {# cases}}).",
  "business-cases.calibration.refused": "Calibration to {share} refused: {reason}",
  "business-cases.calibration.taken-briefly": "Calibration taken: {share}",
  "business-cases.calibration.refused-briefly": "Calibration refused ({share}): {reason}",
  "business-cases.calibration.said.taken": "taken",
  "business-cases.calibration.said.refused": "refused",
  "business-cases.calibration.said.withdrawn": "taken back",
  "business-cases.calibration.brief.taken":
    "{count, plural, one {Calibration taken on # line: {lines}.} other {Calibration taken on # lines: {lines}.}}",
  "business-cases.calibration.brief.refused": "Calibration refused",
  "business-cases.calibration.brief.why": "{line}, {share} suggested: {reason}",
  "business-cases.calibration.share": "Share suggested",
  "business-cases.calibration.behind": "On the word of",
  "business-cases.calibration.cases": "{count, plural, =0 {the portfolio’s mean} one {# case} other {# cases}}",
  "business-cases.calibration.answer": "Answer",
  "business-cases.calibration.answered.taken": "On {on}.",
  "business-cases.calibration.answered.refused": "On {on}: {reason}",
  "business-cases.input.calibration": "Calibration",
  "business-cases.formula.calibrated.time":
    "Volume × minutes saved ÷ 60 × hourly cost × reuse share × adoption × attribution × calibration",
  "business-cases.formula.calibrated.revenue": "Quantity × unit margin × adoption × attribution × calibration",
  "business-cases.formula.calibrated.cost-avoided":
    "Quantity × unit cost avoided × adoption × attribution × calibration",
  "business-cases.formula.calibrated.quality":
    "Errors avoided × cost of one error × adoption × attribution × calibration",
  "business-cases.formula.calibrated.risk":
    "Losses avoided × amount of one loss × adoption × attribution × calibration",
  "business-cases.error.calibration-reason": "Say why you refuse the calibration that is suggested.",
  "business-cases.error.reason-length": "This reason cannot be longer than 2,000 characters.",
  "api.operation.readCalibration":
    "Read the calibration: promised and realised, by department, kind of benefit and author",
  "api.operation.readSuggestedHaircuts": "Read the haircuts suggested for a business case",
  "api.operation.answerCalibration": "Take or refuse the haircut suggested for a line",
  "api.field.calibration":
    "What the author answered to the suggested haircut; only a “taken” one counts in the figures.",
  "api.field.calibration.cases": "The cases whose promise and reports can be compared.",
  "api.field.calibration.quarters": "The quarters counted, over all these cases.",
  "api.field.calibration.low": "The lower end of the interval that holds eight chances in ten.",
  "api.field.calibration.high": "The upper end of the interval that holds eight chances in ten.",
  "api.field.calibration.key": "The id of the department or the person (0: none), or the kind of benefit.",
  "api.field.calibration.own": "Realised ÷ promised of its own cases.",
  "api.field.calibration.weight": "The weight of its own cases against the portfolio’s mean, from 0 to 1.",
  "api.field.calibration.share": "The share believed, between its own result and the portfolio’s mean.",
  "api.field.calibration.mean": "Realised ÷ promised of the whole portfolio.",
  "api.field.calibration.by": "With `of`: the cases of which group to give.",
  "api.field.calibration.of": "The key of that group.",
  "api.field.calibration.opened": "The cases of the group asked for by `by` and `of`, else nothing.",
  "api.field.calibration.missing": "Promised quarters that are over and lack whole reports.",
  "api.field.calibration.factor": "The share of the estimate to keep; null where there is nothing to take off.",
  "api.field.calibration.alike": "The cases that have the department, the kind of benefit or the author in common.",
  "api.field.calibration.line": "The id of the benefit line.",
  "api.field.calibration.answer":
    "`take` takes it, `refuse` refuses it with a reason, `withdraw` takes the answer back.",
  "api.field.calibration.reason": "Why refuse; the committee reads it.",
  "business-cases.refusal.no-calibration": "No haircut is suggested for this line.",
};
