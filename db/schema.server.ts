/**
 * Every table, once. SQLite's dialect of drizzle describes both engines: `db/postgres.server.ts` translates it.
 * Money columns end in `Minor` (integer minor units); days are `YYYY-MM-DD`; quarters `2026-Q3`; instants are milliseconds.
 */
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ModelContent } from "#app/assessment/model";
import type { Axis, Scheme } from "#app/assessment/score";
import type { KeptScenario } from "#app/business-cases/kept-scenarios";
import type { Line } from "#app/business-cases/lines";
import type { RateKind } from "#app/business-cases/rates";
import type { Choosing } from "#app/committee/choosing/choose";
import type { ScenarioInputs } from "#app/committee/choosing/scenario";
import type { Minutes } from "#app/committee/minutes";
import type { SetAgainst } from "#app/committee/passed-over";
import type { SessionStatus } from "#app/committee/sessions";
import type { Figures } from "#app/committee/shortlist";
import type { KeptInputs } from "#app/committee/snapshot";
import type { Vote } from "#app/committee/votes";
import type { TeamMember } from "#app/delivery/poc";
import type { AmendedTerms } from "#app/delivery/running/amendment";
import type { ComponentKind } from "#app/delivery/trying/component";
import type { Day } from "#app/kernel/day";
import type { Evidence } from "#app/kernel/evidence";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Locale, Told } from "#app/kernel/told";
import type { Hearing } from "#app/people/roles";
import type { Seriousness, Severity } from "#app/safeguards/incidents/incident";
import type { Mark, RiskCategory } from "#app/safeguards/risks/risk";
import type { CardContent, ReviewMoment, Rhythm } from "#app/safeguards/trust-card";
import type { Mapping } from "#app/use-cases/import/mapping";
import type { ImportCounts } from "#app/use-cases/import/plan";
import type { ReadOptions } from "#app/use-cases/import/read-options";
import type { ImportedFields } from "#app/use-cases/import/read-row";
import type { Said } from "#app/use-cases/import/said";
import type { LiveAnswers } from "#app/use-cases/intake/live-entry";
import type { CheckKind } from "#app/use-cases/own-checks/own-check";
import type { SignOffKind, StaleCause } from "#app/use-cases/signatures/signature";
import type { About } from "#app/use-cases/similar/concepts";
import type { Stage } from "#app/use-cases/stages";

const id = () => integer("id").primaryKey({ autoIncrement: true });
const told = (name: string) => text(name, { mode: "json" }).$type<Told>();
const json = <Shape>(name: string) => text(name, { mode: "json" }).$type<Shape>();
const day = (name: string) => text(name).$type<Day>();
const quarter = (name: string) => text(name).$type<Quarter>();
const money = (name: string) => integer(name).$type<Minor>();
const moment = (name: string) => integer(name, { mode: "timestamp_ms" });
const yes = (name: string) => integer(name, { mode: "boolean" });
const version = () => integer("version").notNull().default(1);

/** What a day of the day book adds: amounts in minor units, signed, and counts. */
const bookedAmounts = () => ({
  declaredMinor: money("declared_minor").notNull(),
  estimatedMinor: money("estimated_minor").notNull(),
  measuredMinor: money("measured_minor").notNull(),
  validatedMinor: money("validated_minor").notNull(),
  costMinor: money("cost_minor").notNull(),
  runCostMinor: money("run_cost_minor").notNull(),
  reports: integer("reports").notNull(),
  valuedReports: integer("valued_reports").notNull(),
  costEntries: integer("cost_entries").notNull(),
});

// ── The organisation and its people ────────────────────────────────────────────────────────────────────────────────

/** One row. `secret` keys the session tokens when SESSION_SECRET is not given. */
export const organisations = sqliteTable("organisations", {
  id: id(),
  name: text("name").notNull(),
  currency: text("currency").notNull(),
  fiscalFirstMonth: integer("fiscal_first_month").notNull(),
  timeZone: text("time_zone").notNull(),
  locale: text("locale").$type<Locale>().notNull(),
  discountRate: real("discount_rate").notNull().default(0.08),
  horizonQuarters: integer("horizon_quarters").notNull().default(12),
  assessmentsNeeded: integer("assessments_needed").notNull().default(2),
  quorum: integer("quorum").notNull().default(3),
  /** Whom a session must hear, there or in writing, beside the number, for its decisions to count. */
  hears: json<Hearing[]>("hears").notNull().default(["security", "legal"]),
  /** Working days within which a submitted case is to be screened: the answer that its author is promised. */
  screeningDays: integer("screening_days").notNull().default(10),
  /** Days that are no working days though the week says so. */
  holidays: json<Day[]>("holidays").notNull().default([]),
  /** Its colour in what is shown to a room, as `#1a2b3c`; null: the product's. */
  colour: text("colour"),
  demo: yes("demo").notNull().default(false),
  createdAt: moment("created_at").notNull(),
  version: version(),
});

/** Small facts that the installation keeps for itself, such as its session secret. */
export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
  version: version(),
});

export const departments = sqliteTable(
  "departments",
  {
    id: id(),
    code: text("code").notNull(),
    name: told("name").notNull(),
    hourlyCostMinor: money("hourly_cost_minor"),
    headcount: integer("headcount"),
    active: yes("active").notNull().default(true),
    version: version(),
  },
  (t) => [uniqueIndex("departments_code").on(t.code)],
);

export const people = sqliteTable(
  "people",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** The name folded to lower case without accents: what lists sort by and search in. */
    nameFolded: text("name_folded").notNull(),
    passwordHash: text("password_hash"),
    /** The language that the person chose; the browser's decides until then. */
    locale: text("locale").$type<Locale>(),
    theme: text("theme").$type<"light" | "dark">(),
    /** How often what concerns the person is mailed; the app tells it at once whatever this says. */
    mailRhythm: text("mail_rhythm").$type<"at-once" | "daily" | "weekly" | "never">().notNull().default("daily"),
    /** The view with which the list opens; null is all cases. One that is gone, or no longer shared, is as none. */
    defaultViewId: integer("default_view_id"),
    active: yes("active").notNull().default(true),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("people_email").on(t.email), index("people_name").on(t.nameFolded, t.id)],
);

export const personRoles = sqliteTable(
  "person_roles",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    role: text("role").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.role] })],
);

/** The departments that a person belongs to: a champion champions them. */
export const personDepartments = sqliteTable(
  "person_departments",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    departmentId: integer("department_id")
      .notNull()
      .references(() => departments.id),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.departmentId] }),
    index("person_departments_department").on(t.departmentId),
  ],
);

export const authSessions = sqliteTable(
  "auth_sessions",
  {
    id: id(),
    tokenHash: text("token_hash").notNull(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    userAgent: text("user_agent").notNull(),
    address: text("address").notNull(),
  },
  (t) => [uniqueIndex("auth_sessions_token").on(t.tokenHash), index("auth_sessions_person").on(t.personId)],
);

/** What programs prove with whom they act for: shown once, kept as a hash. A revoked one stays, for the log's sake. */
export const apiTokens = sqliteTable(
  "api_tokens",
  {
    id: id(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    name: text("name").notNull(),
    /** How the token begins: enough to tell it from others, too little to use it. */
    prefix: text("prefix").notNull(),
    tokenHash: text("token_hash").notNull(),
    scope: text("scope").$type<"read" | "write">().notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [uniqueIndex("api_tokens_token").on(t.tokenHash), index("api_tokens_person").on(t.personId)],
);

/** What a program was answered, so that the same request sent again is answered the same and done once. */
export const idempotentAnswers = sqliteTable(
  "idempotent_answers",
  {
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    key: text("key").notNull(),
    /** A hash of what was asked: the same key for something else is refused. */
    request: text("request").notNull(),
    status: integer("status").notNull(),
    answer: text("answer").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index("idempotent_answers_at").on(t.at)],
);

/** Work that the installation does by itself: which process has it until when, so that several do it once. */
export const jobs = sqliteTable("jobs", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  /** Until then nobody else takes it; a process that died holds it no longer. */
  heldUntil: moment("held_until").notNull(),
  /** When it is due again. */
  dueAt: moment("due_at").notNull(),
  lastRanAt: moment("last_ran_at"),
  runs: integer("runs").notNull().default(0),
});

/** Failed sign-ins, by account and by address: what the throttle counts. */
export const signInFailures = sqliteTable(
  "sign_in_failures",
  {
    id: id(),
    key: text("key").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("sign_in_failures_key").on(t.key, t.at)],
);

/** One-time links that an administrator issues: to choose a password, for the first time or again. */
export const passwordLinks = sqliteTable(
  "password_links",
  {
    id: id(),
    tokenHash: text("token_hash").notNull(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    issuedBy: integer("issued_by").references(() => people.id),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [uniqueIndex("password_links_token").on(t.tokenHash), index("password_links_person").on(t.personId)],
);

/** Append-only and hash-chained: triggers in the migrations refuse update and delete. */
export const auditEvents = sqliteTable(
  "audit_events",
  {
    id: id(),
    at: moment("at").notNull(),
    actorId: integer("actor_id"),
    actorName: text("actor_name").notNull(),
    act: text("act").notNull(),
    subject: text("subject").notNull(),
    subjectId: integer("subject_id").notNull(),
    /** The use case that the event belongs to, whatever its subject: its activity. */
    useCaseId: integer("use_case_id"),
    before: text("before"),
    after: text("after"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    index("audit_events_use_case").on(t.useCaseId, t.id),
    index("audit_events_subject").on(t.subject, t.subjectId, t.id),
    index("audit_events_actor").on(t.actorId, t.id),
    index("audit_events_act").on(t.act, t.id),
    index("audit_events_at").on(t.at),
  ],
);

/** What a person is told in the app: a kind, and the values that its message takes in whatever language they read it. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: id(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    kind: text("kind").notNull(),
    useCaseId: integer("use_case_id").references((): AnySQLiteColumn => useCases.id),
    /** Who did what is told; null is the installation. */
    actorId: integer("actor_id").references(() => people.id),
    values: json<Record<string, string | number | Told | null>>("values_json").notNull(),
    /** The page that it is about, from `/`. */
    href: text("href").notNull(),
    at: moment("at").notNull(),
    readAt: moment("read_at"),
    /** The mail that carries it; null where none does yet. */
    mailId: integer("mail_id").references((): AnySQLiteColumn => mails.id),
  },
  (t) => [
    index("notifications_person").on(t.personId, t.readAt, t.id),
    index("notifications_person_all").on(t.personId, t.id),
    index("notifications_mail").on(t.mailId, t.personId),
    index("notifications_case").on(t.useCaseId),
  ],
);

/** Mail on its way out: written with the act that causes it, sent by a job that claims it first, never twice. */
export const mails = sqliteTable(
  "mails",
  {
    id: id(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    kind: text("kind").$type<"at-once" | "daily" | "weekly">().notNull(),
    /** The Message-ID that every try carries, by which a server that has it already knows it again. */
    messageId: text("message_id").notNull(),
    createdAt: moment("created_at").notNull(),
    /** Not before: the next try after one that failed. */
    dueAt: moment("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    /** A process is sending it until then. */
    claimedUntil: moment("claimed_until"),
    /** Noted just before its last word goes out: from here on the server may have it, whatever becomes of the process. */
    handedAt: moment("handed_at"),
    sentAt: moment("sent_at"),
    givenUpAt: moment("given_up_at"),
    problem: text("problem"),
  },
  (t) => [
    uniqueIndex("mails_message").on(t.messageId),
    index("mails_due").on(t.sentAt, t.givenUpAt, t.dueAt),
    index("mails_person").on(t.personId, t.id),
  ],
);

// ── Use cases ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const useCases = sqliteTable(
  "use_cases",
  {
    id: id(),
    reference: text("reference").notNull(),
    title: told("title").notNull(),
    /** The title folded to lower case without accents: what the list sorts by. */
    titleFolded: text("title_folded").notNull(),
    need: told("need"),
    expectedBenefit: told("expected_benefit"),
    affected: told("affected"),
    peopleAffected: integer("people_affected"),
    /** How often the task is done today, by one person. */
    timesPer: text("times_per").$type<"day" | "week" | "month" | "quarter" | "year">(),
    times: real("times"),
    minutesPerTime: real("minutes_per_time"),
    dataInvolved: told("data_involved"),
    /** The product that whoever put it in came with: kept apart from the need, which it does not replace. */
    toolInMind: text("tool_in_mind"),
    source: text("source"),
    aiType: text("ai_type"),
    country: text("country"),
    departmentId: integer("department_id").references(() => departments.id),
    authorId: integer("author_id").references(() => people.id),
    /** The business owner. */
    ownerId: integer("owner_id").references(() => people.id),
    technicalOwnerId: integer("technical_owner_id").references(() => people.id),
    /** Who writes it together with its author. */
    coAuthorId: integer("co_author_id").references(() => people.id),
    /** The campaign that it was put in for; null is the continuous intake. */
    campaignId: integer("campaign_id").references((): AnySQLiteColumn => campaigns.id),
    /** What the form that first saved the draft called it: sent again, it is the same draft and not another. */
    draftKey: text("draft_key"),
    /** What a draft says of a case that lives already: where it stands, and the days that are known. */
    liveEntry: json<LiveAnswers>("live_entry"),
    /** The name that somebody without an account gave with a line captured in a workshop. */
    capturedBy: text("captured_by"),
    /** Where it stands; null is unknown (an imported case that never said), never guessed. */
    stage: text("stage"),
    stageSince: day("stage_since"),
    relookOn: day("relook_on"),
    stageReason: told("stage_reason"),
    mergedIntoId: integer("merged_into_id").references((): AnySQLiteColumn => useCases.id),
    /** What the author said of the near-duplicates that were shown: why this one is new. */
    whyNew: told("why_new"),
    similarLookedAt: yes("similar_looked_at").notNull().default(false),
    externalSource: text("external_source"),
    externalId: text("external_id"),
    /** Columns of an imported file that have no field of ours, kept under their headers. */
    extra: json<Record<string, string>>("extra"),
    /** What the last import wrote: by it an edit made here is told from news in the file. */
    imported: json<ImportedFields>("imported"),
    importId: integer("import_id"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("use_cases_reference").on(t.reference),
    uniqueIndex("use_cases_draft").on(t.authorId, t.draftKey),
    uniqueIndex("use_cases_external").on(t.externalSource, t.externalId),
    index("use_cases_stage").on(t.stage, t.id),
    // With who is a party to it: what waits for a person is counted, and all is ranked, without reading a case.
    index("use_cases_parties").on(
      ...[t.stage, t.stageSince, t.id],
      ...[t.departmentId, t.authorId, t.ownerId, t.technicalOwnerId],
    ),
    index("use_cases_stage_title").on(t.stage, t.titleFolded, t.id),
    index("use_cases_stage_updated").on(t.stage, t.updatedAt, t.id),
    index("use_cases_department").on(t.departmentId, t.stage, t.id),
    index("use_cases_department_updated").on(t.departmentId, t.updatedAt, t.id),
    index("use_cases_updated").on(t.updatedAt, t.id),
    index("use_cases_title").on(t.titleFolded, t.id),
    index("use_cases_since").on(t.stageSince, t.id),
    // What the filters count by, in the order in which it is added up: cases of an age are counted without reading one.
    index("use_cases_kinds").on(
      ...[t.stage, t.departmentId, t.aiType, t.externalSource, t.source, t.campaignId],
      ...[t.stageSince, t.authorId, t.coAuthorId],
    ),
    index("use_cases_owner").on(t.ownerId, t.stage),
    index("use_cases_author").on(t.authorId, t.stage),
    index("use_cases_technical_owner").on(t.technicalOwnerId, t.stage),
    index("use_cases_co_author").on(t.coAuthorId, t.stage),
    index("use_cases_campaign").on(t.campaignId, t.departmentId, t.stage),
    index("use_cases_merged").on(t.mergedIntoId),
    index("use_cases_import").on(t.importId),
  ],
);

/**
 * How many cases there are of each kind: what the list's filters count with. Triggers in the migrations keep it, so that
 * no write can forget to. Stage and AI type "" and department 0 are unknown; the source is the import's or the idea's.
 */
export const caseCounts = sqliteTable(
  "case_counts",
  {
    stage: text("stage").notNull(),
    departmentId: integer("department_id").notNull(),
    aiType: text("ai_type").notNull(),
    source: text("source").notNull(),
    /** 0 is the continuous intake. */
    campaignId: integer("campaign_id").notNull().default(0),
    cases: integer("cases").notNull(),
  },
  (t) => [primaryKey({ columns: [t.stage, t.departmentId, t.aiType, t.source, t.campaignId] })],
);

/**
 * The same counts by one mark, and by one beside another, so that the list's filters need not add all kinds up: how many
 * cases have `value` in `facet`, among all (`within` "") or among those whose `within` is `among`. Drafts are left out,
 * which are their author's alone; campaigns and tags are counted where there is one, tags not beside one another. Kept by
 * triggers as well.
 */
export const facetCounts = sqliteTable(
  "facet_counts",
  {
    within: text("within").notNull(),
    among: text("among").notNull(),
    facet: text("facet").notNull(),
    value: text("value").notNull(),
    cases: integer("cases").notNull(),
  },
  (t) => [primaryKey({ columns: [t.within, t.among, t.facet, t.value] })],
);

/**
 * Which cases changed in what a list is made of, in the order of the commits, each case where it changed last. Triggers keep
 * it: a process that knows all up to some number reads anew what has a higher one. A case stays in it when it is deleted.
 * Under case 0 stands a number below zero that names the register: a restored one is another.
 */
export const caseChanges = sqliteTable(
  "case_changes",
  { useCaseId: integer("use_case_id").primaryKey(), number: integer("number").notNull() },
  (t) => [index("case_changes_number").on(t.number)],
);

/** What the business cases of a stage and department promise together: the pipeline's figures. Kept by triggers as well. */
export const caseValues = sqliteTable(
  "case_values",
  {
    stage: text("stage").notNull(),
    departmentId: integer("department_id").notNull(),
    /** Cases whose business case has an NPV. */
    valued: integer("valued").notNull(),
    npvMinor: money("npv_minor").notNull(),
  },
  (t) => [primaryKey({ columns: [t.stage, t.departmentId] })],
);

export const stageChanges = sqliteTable(
  "stage_changes",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    from: text("from_stage"),
    to: text("to_stage"),
    on: day("on_day").notNull(),
    byId: integer("by_id").references(() => people.id),
    reason: told("reason"),
    /** What a stopped or retired case taught. */
    learning: told("learning"),
    /** The committee's decision that this move carries out. */
    decisionId: integer("decision_id"),
    /** Gate requirements that were not met when a chair overrode the gate. */
    overridden: json<string[]>("overridden"),
  },
  (t) => [
    index("stage_changes_use_case").on(t.useCaseId, t.id),
    index("stage_changes_day").on(t.on),
    index("stage_changes_decision").on(t.decisionId),
  ],
);

export const comments = sqliteTable(
  "comments",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    authorId: integer("author_id")
      .notNull()
      .references(() => people.id),
    body: told("body").notNull(),
    /** A note that only the committee and reviewers see. */
    internal: yes("internal").notNull().default(false),
    at: moment("at").notNull(),
    editedAt: moment("edited_at"),
    /** Taken back by its author or the chair: that it was there stays, what it said is gone. */
    withdrawnAt: moment("withdrawn_at"),
    version: version(),
  },
  (t) => [index("comments_use_case").on(t.useCaseId, t.id), index("comments_author").on(t.authorId)],
);

/** Who has a submitted case: the member of the committee that screens it. */
export const screeners = sqliteTable(
  "screeners",
  {
    useCaseId: integer("use_case_id")
      .primaryKey()
      .references(() => useCases.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    since: day("since").notNull(),
  },
  (t) => [index("screeners_person").on(t.personId)],
);

/** The people whom a comment names. */
export const commentMentions = sqliteTable(
  "comment_mentions",
  {
    commentId: integer("comment_id")
      .notNull()
      .references(() => comments.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId] }), index("comment_mentions_person").on(t.personId)],
);

/** A time-boxed call for use cases. */
export const campaigns = sqliteTable(
  "campaigns",
  {
    id: id(),
    /** Its page's address: `/campaigns/ai-sprint-2026`. */
    slug: text("slug").notNull(),
    kind: text("kind").$type<"sprint" | "challenge" | "hackathon">().notNull(),
    name: told("name").notNull(),
    brief: told("brief"),
    prize: told("prize"),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on").notNull(),
    /** How many use cases are hoped for. */
    target: integer("target").notNull(),
    /** Who answers for it: lines captured without an account are theirs to work on. */
    hostId: integer("host_id")
      .notNull()
      .references(() => people.id),
    /** Whether lines may be captured by its link without an account, while it runs. */
    openCapture: yes("open_capture").notNull().default(false),
    /** The unguessable part of that link, and of the wall's. */
    captureCode: text("capture_code").notNull(),
    /** What its host says of how it went. */
    summary: told("summary"),
    /** Ended before its last day. */
    endedOn: day("ended_on"),
    createdBy: integer("created_by")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("campaigns_slug").on(t.slug),
    uniqueIndex("campaigns_capture").on(t.captureCode),
    index("campaigns_days").on(t.endsOn, t.startsOn),
  ],
);

/** The departments that a campaign invites; none is all of them. */
export const campaignDepartments = sqliteTable(
  "campaign_departments",
  {
    campaignId: integer("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    departmentId: integer("department_id")
      .notNull()
      .references(() => departments.id),
    /** What is hoped for from this department; null where only the whole has a target. */
    target: integer("target"),
  },
  (t) => [
    primaryKey({ columns: [t.campaignId, t.departmentId] }),
    index("campaign_departments_department").on(t.departmentId),
  ],
);

/**
 * Those who have the same need in their own team: credited, and their volumes added to the case's. People who are counted
 * already, in the case itself or by another of the department, are credited without being counted again.
 */
export const coSponsors = sqliteTable(
  "co_sponsors",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    personId: integer("person_id").references(() => people.id),
    departmentId: integer("department_id").references(() => departments.id),
    need: told("need"),
    peopleAffected: integer("people_affected"),
    timesPer: text("times_per").$type<"day" | "week" | "month" | "quarter" | "year">(),
    times: real("times"),
    minutesPerTime: real("minutes_per_time"),
    /** Whether these are other people than those counted already for the same department. */
    additional: yes("additional").notNull().default(false),
    /** The case that was merged into this one, whose volumes these are. */
    mergedFromId: integer("merged_from_id").references(() => useCases.id),
    joinedOn: day("joined_on").notNull(),
    version: version(),
  },
  (t) => [
    index("co_sponsors_use_case").on(t.useCaseId, t.departmentId, t.id),
    index("co_sponsors_person").on(t.personId),
    index("co_sponsors_department").on(t.departmentId),
    index("co_sponsors_merged").on(t.mergedFromId),
  ],
);

/** One case taken up by another, and what went along: by it the merge can be undone. */
export const merges = sqliteTable(
  "merges",
  {
    id: id(),
    fromId: integer("from_id")
      .notNull()
      .references(() => useCases.id),
    intoId: integer("into_id")
      .notNull()
      .references(() => useCases.id),
    reason: told("reason").notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull(),
    /** Where the case stood before. */
    stageBefore: text("stage_before"),
    stageSinceBefore: day("stage_since_before"),
    /** The ids of what moved, by kind. */
    moved: json<Record<string, number[]>>("moved").notNull(),
    /** What a merge takes away of where it stood: the reason of its stage, and the day to look at it again. */
    reasonBefore: told("reason_before"),
    relookBefore: day("relook_before"),
    undoneById: integer("undone_by_id").references(() => people.id),
    undoneAt: moment("undone_at"),
    undoneReason: told("undone_reason"),
  },
  (t) => [index("merges_from").on(t.fromId, t.id), index("merges_into").on(t.intoId, t.id)],
);

/** What each case is about, in meanings that are the same in both languages: what cases like it are found by. */
export const caseAbouts = sqliteTable("case_abouts", {
  useCaseId: integer("use_case_id")
    .primaryKey()
    .references(() => useCases.id),
  about: json<About[]>("about").notNull(),
  /** The lexicon that it was read with: a later one reads it anew. */
  lexicon: integer("lexicon").notNull(),
});

/** The same the other way round: the cases that are about a meaning. */
export const caseConcepts = sqliteTable(
  "case_concepts",
  { concept: text("concept").notNull(), useCaseId: integer("use_case_id").notNull() },
  (t) => [primaryKey({ columns: [t.concept, t.useCaseId] })],
);

/** In how many cases a meaning stands; under "" how many cases there are. */
export const conceptCounts = sqliteTable("concept_counts", {
  concept: text("concept").primaryKey(),
  cases: integer("cases").notNull(),
});

/** Two cases that may be the same need, the earlier one first: what curators go through. */
export const likePairs = sqliteTable(
  "like_pairs",
  {
    oneId: integer("one_id")
      .notNull()
      .references(() => useCases.id),
    otherId: integer("other_id")
      .notNull()
      .references(() => useCases.id),
    /** 0 to 1, as it was when they were last compared; null where only the verdict is known. */
    likeness: real("likeness"),
    /** Who said that they are not the same need. */
    apartById: integer("apart_by_id").references(() => people.id),
    apartAt: moment("apart_at"),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    index("like_pairs_other").on(t.otherId),
    index("like_pairs_likeness").on(t.apartAt, t.likeness),
  ],
);

/** «We have this need too»: one person, one vote. */
export const votes = sqliteTable(
  "votes",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.personId] }), index("votes_person").on(t.personId)],
);

/** Who is told of what happens to a case. */
export const followers = sqliteTable(
  "followers",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull(),
    /** False for those who chose not to be told, though they are party to it. */
    follows: yes("follows").notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.personId] }), index("followers_person").on(t.personId)],
);

export const tags = sqliteTable(
  "tags",
  {
    id: id(),
    name: text("name").notNull(),
    /** Folded: two spellings of one tag are one. */
    folded: text("folded").notNull(),
  },
  (t) => [uniqueIndex("tags_folded").on(t.folded)],
);

export const caseTags = sqliteTable(
  "case_tags",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    tagId: integer("tag_id")
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.tagId] }), index("case_tags_tag").on(t.tagId, t.useCaseId)],
);

/** How one case stands to another: `from` builds on, orchestrates or is related to `to`. */
export const caseLinks = sqliteTable(
  "case_links",
  {
    id: id(),
    fromId: integer("from_id")
      .notNull()
      .references(() => useCases.id),
    toId: integer("to_id")
      .notNull()
      .references(() => useCases.id),
    kind: text("kind").$type<"related" | "builds-on" | "orchestrates">().notNull(),
    byId: integer("by_id").references(() => people.id),
    at: moment("at").notNull(),
  },
  (t) => [uniqueIndex("case_links_once").on(t.fromId, t.toId, t.kind), index("case_links_to").on(t.toId)],
);

/** A file on a case: downloaded, never rendered. */
export const caseFiles = sqliteTable(
  "case_files",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    name: text("name").notNull(),
    /** What its content is, whatever its name says. */
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    /** Seen by the committee and reviewers only. */
    internal: yes("internal").notNull().default(false),
    addedBy: integer("added_by")
      .notNull()
      .references(() => people.id),
    addedAt: moment("added_at").notNull(),
  },
  (t) => [index("case_files_use_case").on(t.useCaseId, t.id)],
);

/** A file's bytes in parts, so that it streams in and out. */
export const caseFileParts = sqliteTable(
  "case_file_parts",
  {
    fileId: integer("file_id")
      .notNull()
      .references(() => caseFiles.id),
    part: integer("part").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.part] })],
);

/** A view of the list that somebody keeps under a name: an address. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: id(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => people.id),
    name: text("name").notNull(),
    /** What stands behind the `?` of the list's address. */
    query: text("query").notNull(),
    /** Offered to everybody. */
    shared: yes("shared").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("saved_views_name").on(t.ownerId, t.name), index("saved_views_shared").on(t.shared, t.name)],
);

/** One act on many cases, and what they were before: by it the act can be undone. */
export const bulkActs = sqliteTable(
  "bulk_acts",
  {
    id: id(),
    kind: text("kind").notNull(),
    /** What was asked for, such as the tag or the owner. */
    change: json<Record<string, string | number | null>>("change").notNull(),
    /** Of each case that changed: its id, the version that the act left it at, and what it was before. */
    before: json<{ id: number; version: number; was: Record<string, string | number | null> }[]>("before").notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull(),
    undoneAt: moment("undone_at"),
  },
  (t) => [index("bulk_acts_by").on(t.byId, t.id)],
);

/** The counter behind `UC-0042`. */
export const counters = sqliteTable("counters", {
  name: text("name").primaryKey(),
  value: integer("value").notNull(),
});

export const importPresets = sqliteTable(
  "import_presets",
  {
    id: id(),
    name: text("name").notNull(),
    /** The headers by which it knows its file. */
    signature: json<string[]>("signature").notNull(),
    mapping: json<Mapping>("mapping").notNull(),
    createdBy: integer("created_by").references(() => people.id),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [uniqueIndex("import_presets_name").on(t.name)],
);

/** A file on its way in: what was uploaded, how it is read, and what became of it. */
export const imports = sqliteTable(
  "imports",
  {
    id: id(),
    fileName: text("file_name").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    source: text("source").notNull(),
    /** What the person corrected in how the file is read. */
    reading: json<ReadOptions>("reading").notNull(),
    mapping: json<Mapping>("mapping"),
    /** The preset that the mapping came from. */
    presetName: text("preset_name"),
    status: text("status").$type<"uploaded" | "running" | "done" | "failed">().notNull(),
    /** Rows that may not come in are left out, because the person said so. */
    leaveOut: yes("leave_out").notNull().default(false),
    /** Hundredths of the checking, which comes before the one transaction that writes. */
    progress: integer("progress").notNull().default(0),
    counts: json<ImportCounts>("counts"),
    /** The sentence with which it failed. */
    problem: json<Said>("problem"),
    /** The refused rows that were left out, as a CSV file to mend and bring back. */
    refusedRows: blob("refused_rows", { mode: "buffer" }),
    createdBy: integer("created_by").references(() => people.id),
    createdAt: moment("created_at").notNull(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
    version: version(),
  },
  (t) => [index("imports_created").on(t.createdAt)],
);

/**
 * An uploaded file in parts of some megabytes, until its import is done or abandoned. Apart from the import, whose row is
 * written at every step: SQLite writes a row whole.
 */
export const importParts = sqliteTable(
  "import_parts",
  {
    importId: integer("import_id")
      .notNull()
      .references(() => imports.id),
    part: integer("part").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.part] })],
);

// ── Safeguards: what makes a case trustworthy ──────────────────────────────────────────────────────────────────────

export const trustCards = sqliteTable("trust_cards", {
  useCaseId: integer("use_case_id")
    .primaryKey()
    .references(() => useCases.id),
  /** Screening: is it a practice that the law prohibits? */
  prohibitedPractice: yes("prohibited_practice"),
  customerFacing: yes("customer_facing"),
  humanInTheLoop: yes("human_in_the_loop"),
  augmentOrReplace: text("augment_or_replace").$type<"augment" | "replace">(),
  /** The committee's written exception to the red-line charter. */
  redLineException: told("red_line_exception"),
  screenedBy: integer("screened_by").references(() => people.id),
  screenedOn: day("screened_on"),
  dataWhere: told("data_where"),
  dataWho: told("data_who"),
  dataUse: told("data_use"),
  personalData: yes("personal_data"),
  /** Whether data leaves to somebody else; to whom, in which country, and on what basis. */
  transfer: yes("transfer"),
  transferTo: told("transfer_to"),
  transferCountry: text("transfer_country"),
  transferBasis: told("transfer_basis"),
  /** The human filter: who looks at what the AI proposes, before or after it reaches anybody, and at what share of it. */
  humanReviewer: text("human_reviewer"),
  reviewMoment: text("review_moment").$type<ReviewMoment>(),
  reviewShare: real("review_share"),
  explainability: told("explainability"),
  knownLimits: told("known_limits"),
  monitoringWhat: told("monitoring_what"),
  monitoringBy: text("monitoring_by"),
  monitoringEvery: text("monitoring_every").$type<Rhythm>(),
  monitoringThreshold: told("monitoring_threshold"),
  aiActClass: text("ai_act_class").$type<"minimal" | "limited" | "exempt" | "high" | "prohibited" | "out-of-scope">(),
  aiActBasis: told("ai_act_basis"),
  aiActConfirmedBy: integer("ai_act_confirmed_by").references(() => people.id),
  aiActConfirmedOn: day("ai_act_confirmed_on"),
  version: version(),
});

/** The card as it stood after each writing. None is ever changed. */
export const trustCardVersions = sqliteTable(
  "trust_card_versions",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    version: integer("version").notNull(),
    content: json<CardContent>("content").notNull(),
    byId: integer("by_id").references(() => people.id),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.version] })],
);

/** What may go wrong with a case, who answers for it and when it is looked at again. */
export const risks = sqliteTable(
  "risks",
  {
    id: id(),
    /** Null for a risk of the organisation itself. */
    useCaseId: integer("use_case_id").references(() => useCases.id),
    title: told("title").notNull(),
    description: told("description"),
    category: text("category").$type<RiskCategory>().notNull(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => people.id),
    /** 1 to 5 each: as it is without the mitigation, and as it is hoped to be with it. */
    likelihood: integer("likelihood").$type<Mark>().notNull(),
    impact: integer("impact").$type<Mark>().notNull(),
    residualLikelihood: integer("residual_likelihood").$type<Mark>(),
    residualImpact: integer("residual_impact").$type<Mark>(),
    mitigation: told("mitigation"),
    mitigationOwnerId: integer("mitigation_owner_id").references(() => people.id),
    mitigationDueOn: day("mitigation_due_on"),
    mitigationDoneOn: day("mitigation_done_on"),
    /** Likelihood × impact that counts today: a mitigation lowers it once it is done, and not before. */
    score: integer("score").notNull(),
    reviewOn: day("review_on").notNull(),
    /** The day of review of which its owner was reminded. */
    remindedOf: day("reminded_of"),
    state: text("state").$type<"open" | "closed">().notNull().default("open"),
    stateOn: day("state_on").notNull(),
    stateById: integer("state_by_id").references(() => people.id),
    stateReason: told("state_reason"),
    createdById: integer("created_by_id").references(() => people.id),
    createdOn: day("created_on").notNull(),
    version: version(),
  },
  (t) => [
    index("risks_case").on(t.useCaseId, t.state),
    index("risks_score").on(t.state, t.score, t.id),
    index("risks_owner").on(t.ownerId, t.state, t.reviewOn),
    index("risks_review").on(t.state, t.reviewOn),
    index("risks_matrix").on(t.state, t.likelihood, t.impact, t.residualLikelihood, t.residualImpact),
  ],
);

/** A risk as it was found at each look, with what was said of it. */
export const riskReviews = sqliteTable(
  "risk_reviews",
  {
    id: id(),
    riskId: integer("risk_id")
      .notNull()
      .references(() => risks.id),
    on: day("on_day").notNull(),
    byId: integer("by_id").references(() => people.id),
    note: told("note").notNull(),
    likelihood: integer("likelihood").$type<Mark>().notNull(),
    impact: integer("impact").$type<Mark>().notNull(),
    residualLikelihood: integer("residual_likelihood").$type<Mark>(),
    residualImpact: integer("residual_impact").$type<Mark>(),
    score: integer("score").notNull(),
    nextOn: day("next_on").notNull(),
  },
  (t) => [index("risk_reviews_risk").on(t.riskId, t.id)],
);

/** What went wrong with a case. Each moment is a day, and the time of it where somebody knows it. */
export const incidents = sqliteTable(
  "incidents",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    title: told("title").notNull(),
    what: told("what").notNull(),
    /** 1 is the gravest. */
    severity: integer("severity").$type<Severity>().notNull(),
    startedOn: day("started_on").notNull(),
    startedTime: text("started_time"),
    detectedOn: day("detected_on").notNull(),
    detectedTime: text("detected_time"),
    endedOn: day("ended_on"),
    endedTime: text("ended_time"),
    /** The quarter in which it began: where the dashboard counts it and its hours. */
    quarter: quarter("quarter").notNull(),
    affected: told("affected"),
    affectedCount: integer("affected_count"),
    personalData: yes("personal_data"),
    /** When the authority was told of a breach of personal data, or why it need not be. */
    authorityToldOn: day("authority_told_on"),
    authorityWhyNot: told("authority_why_not"),
    seriousness: text("seriousness").$type<Seriousness>(),
    marketToldOn: day("market_told_on"),
    cause: told("cause"),
    correction: told("correction"),
    riskId: integer("risk_id").references(() => risks.id),
    vendorId: integer("vendor_id").references(() => vendors.id),
    modelId: integer("model_id").references(() => models.id),
    hoursLost: real("hours_lost"),
    /** What it cost so far, over its quarters; null where nobody said. */
    costMinor: money("cost_minor"),
    state: text("state").$type<"open" | "closed">().notNull().default("open"),
    closedOn: day("closed_on"),
    closedById: integer("closed_by_id").references(() => people.id),
    closedReason: told("closed_reason"),
    loggedById: integer("logged_by_id").references(() => people.id),
    loggedOn: day("logged_on").notNull(),
    version: version(),
  },
  (t) => [
    index("incidents_case").on(t.useCaseId, t.id),
    index("incidents_quarter").on(t.quarter, t.useCaseId, t.hoursLost),
    index("incidents_state").on(t.state, t.severity, t.id),
    index("incidents_started").on(t.startedOn, t.id),
    index("incidents_risk").on(t.riskId),
  ],
);

/** What an incident cost in a quarter. The costs of its case hold the sum of them as one entry of its own kind. */
export const incidentCosts = sqliteTable(
  "incident_costs",
  {
    incidentId: integer("incident_id")
      .notNull()
      .references(() => incidents.id),
    quarter: quarter("quarter").notNull(),
    amountMinor: money("amount_minor").notNull(),
    note: told("note"),
    enteredBy: integer("entered_by")
      .notNull()
      .references(() => people.id),
    enteredOn: day("entered_on").notNull(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.quarter] }), index("incident_costs_quarter").on(t.quarter)],
);

/**
 * That a case was put on hold because of an incident: which change of stage did it. That it is over is said by the next
 * change, and nowhere else.
 */
export const incidentPauses = sqliteTable(
  "incident_pauses",
  {
    changeId: integer("change_id")
      .primaryKey()
      .references(() => stageChanges.id),
    incidentId: integer("incident_id")
      .notNull()
      .references(() => incidents.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    quarter: quarter("quarter").notNull(),
  },
  (t) => [
    index("incident_pauses_incident").on(t.incidentId),
    index("incident_pauses_case").on(t.useCaseId, t.changeId),
    index("incident_pauses_quarter").on(t.quarter, t.useCaseId),
  ],
);

/** A provision of the EU AI Act as the organisation words and dates it; one without a row, or without content, is as shipped. */
export const lawProvisions = sqliteTable("law_provisions", {
  id: id(),
  key: text("key").notNull().unique(),
  content: json<{
    article: string;
    title: Told;
    text: Told;
    appliesFrom: Day | null;
    source: string;
    asOf: Day;
    days?: number;
  }>("content"),
  updatedAt: moment("updated_at").notNull(),
  version: version(),
});

/** What was answered of a case under the EU AI Act, and what legal made of it. The newest is the one that counts; none is ever removed. */
export const aiActClassifications = sqliteTable(
  "ai_act_classifications",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    /** By the stable keys; empty where legal said the class without them. */
    answers: json<Record<string, string | string[] | null>>("answers").notNull(),
    /** What the answers decide, or what legal said; null while answers are missing. */
    class: text("class").$type<"minimal" | "limited" | "exempt" | "high" | "prohibited" | "out-of-scope">(),
    /** Why it was classed anew. */
    why: told("why"),
    answeredBy: integer("answered_by").references(() => people.id),
    answeredAt: moment("answered_at").notNull(),
    confirmedBy: integer("confirmed_by").references(() => people.id),
    confirmedOn: day("confirmed_on"),
    basis: told("basis"),
    version: version(),
  },
  (t) => [index("ai_act_classifications_case").on(t.useCaseId, t.id)],
);

/** What a confirmed class asks of the organisation, with who sees to it. One that is no longer owed lapses and stays. */
export const aiActObligations = sqliteTable(
  "ai_act_obligations",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    classificationId: integer("classification_id")
      .notNull()
      .references(() => aiActClassifications.id),
    role: text("role").notNull(),
    provision: text("provision").notNull(),
    ownerId: integer("owner_id").references(() => people.id),
    dueOn: day("due_on").notNull(),
    state: text("state").$type<"open" | "done" | "not-applicable" | "lapsed">().notNull().default("open"),
    /** How it was met, or why it does not apply. */
    note: told("note"),
    closedBy: integer("closed_by").references(() => people.id),
    closedOn: day("closed_on"),
    version: version(),
  },
  (t) => [
    uniqueIndex("ai_act_obligations_one").on(t.useCaseId, t.role, t.provision),
    index("ai_act_obligations_owner").on(t.ownerId, t.state, t.dueOn),
    index("ai_act_obligations_due").on(t.state, t.dueOn),
  ],
);

// ── Assessment ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** A published version of a scoring model: it never changes, only whether new assessments use it. */
export const scoringModels = sqliteTable("scoring_models", {
  id: id(),
  /** The model that this is a version of. */
  line: text("line").notNull().default("value-complexity"),
  name: told("name").notNull(),
  /** From 1 in its line. */
  number: integer("number").notNull(),
  scheme: text("scheme").$type<Scheme>().notNull().default("weighted"),
  publishedOn: day("published_on").notNull(),
  publishedById: integer("published_by_id").references(() => people.id),
  /** What changed, as its author says it. */
  note: told("note"),
  active: yes("active").notNull(),
  /** The cases that it is for; null is all. */
  departmentIds: json<number[]>("department_ids"),
  aiTypes: json<string[]>("ai_types"),
});

/** The next version of a model, while it is being written. */
export const scoringDrafts = sqliteTable(
  "scoring_drafts",
  {
    id: id(),
    line: text("line").notNull(),
    /** The version that it was begun from; null for a model that is new here. */
    basedOnId: integer("based_on_id").references(() => scoringModels.id),
    content: json<ModelContent>("content").notNull(),
    editedById: integer("edited_by_id").references(() => people.id),
    editedAt: moment("edited_at").notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("scoring_drafts_line").on(t.line)],
);

export const criteria = sqliteTable(
  "criteria",
  {
    id: id(),
    modelId: integer("model_id")
      .notNull()
      .references(() => scoringModels.id),
    key: text("key").notNull(),
    axis: text("axis").$type<Axis>().notNull(),
    name: told("name").notNull(),
    question: told("question").notNull(),
    weight: real("weight").notNull(),
    /** The quantity that each score from 1 to 5 stands for, in models that are a ratio; null: the score itself. */
    values: json<number[]>("native_values"),
    /** What each score from 1 to 5 means, in order. */
    anchors: json<Told[]>("anchors").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [uniqueIndex("criteria_model_key").on(t.modelId, t.key)],
);

export const assessments = sqliteTable(
  "assessments",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    assessorId: integer("assessor_id")
      .notNull()
      .references(() => people.id),
    modelId: integer("model_id")
      .notNull()
      .references(() => scoringModels.id),
    /** Null while it is a draft: nobody else sees it, and it sees nobody else's. */
    submittedAt: moment("submitted_at"),
    abstained: yes("abstained").notNull().default(false),
    /** The comment says which interest: neither scored nor shown the others' scores. */
    conflicted: yes("conflicted").notNull().default(false),
    round: integer("round").notNull().default(1),
    /** Whether a later round was opened since. */
    superseded: yes("superseded").notNull().default(false),
    comment: told("comment"),
    /** What a draft says of criteria that it has not scored yet, by their key. */
    unscored: json<Record<string, Told>>("unscored"),
    version: version(),
  },
  (t) => [
    uniqueIndex("assessments_case_assessor_round").on(t.useCaseId, t.assessorId, t.round),
    index("assessments_of_assessor").on(t.assessorId, t.superseded, t.conflicted, t.submittedAt, t.useCaseId),
  ],
);

/** Rounds after the first, which no one opens: scored anew by everybody, the earlier ones staying. */
export const assessmentRounds = sqliteTable(
  "assessment_rounds",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    number: integer("number").notNull(),
    reason: told("reason").notNull(),
    openedById: integer("opened_by_id")
      .notNull()
      .references(() => people.id),
    openedOn: day("opened_on").notNull(),
  },
  (t) => [uniqueIndex("assessment_rounds_case_number").on(t.useCaseId, t.number)],
);

export const assessmentScores = sqliteTable(
  "assessment_scores",
  {
    assessmentId: integer("assessment_id")
      .notNull()
      .references(() => assessments.id),
    criterionId: integer("criterion_id")
      .notNull()
      .references(() => criteria.id),
    score: integer("score").notNull(),
    comment: told("comment"),
  },
  (t) => [primaryKey({ columns: [t.assessmentId, t.criterionId] })],
);

/** A person's score that stands beside the computed one, with who, when and why. */
export const scoreOverrides = sqliteTable(
  "score_overrides",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    axis: text("axis").$type<Axis>().notNull(),
    score: real("score").notNull(),
    reason: told("reason").notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    on: day("on_day").notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("score_overrides_case_axis").on(t.useCaseId, t.axis)],
);

/** What the list, the map and the ranking read of a case: kept by the writes that change it, proven by `casebook check`. */
export const standings = sqliteTable(
  "standings",
  {
    useCaseId: integer("use_case_id")
      .primaryKey()
      .references(() => useCases.id),
    /** Computed score 0-100 of each axis; null before the first assessment. */
    value: real("value"),
    complexity: real("complexity"),
    /** Null where the model has no criterion of risk as well. */
    risk: real("risk"),
    /** Of the round that runs. */
    assessments: integer("assessments").notNull().default(0),
    contested: integer("contested").notNull().default(0),
    /** Of the newest business case. */
    npvMinor: money("npv_minor"),
    /** The simulation's median: what the ranking takes for the NPV. */
    npvP50Minor: money("npv_p50_minor"),
    totalCostMinor: money("total_cost_minor"),
    totalBenefitMinor: money("total_benefit_minor"),
    roi: real("roi"),
    /** Quarters until the cumulative net stays ≥ 0; null is never within the horizon (or no business case). */
    paybackQuarters: real("payback_quarters"),
    irr: real("irr"),
    /** Since the first report, all evidence, and the proven part of it; null before the first report in money. */
    realisedMinor: money("realised_minor"),
    provenMinor: money("proven_minor"),
    /** Null before the first cost was entered. */
    costMinor: money("cost_minor"),
  },
  (t) => [
    index("standings_value").on(t.value),
    index("standings_complexity").on(t.complexity),
    index("standings_npv").on(t.npvMinor),
    index("standings_realised").on(t.realisedMinor),
  ],
);

// ── Business cases ─────────────────────────────────────────────────────────────────────────────────────────────────

export const businessCases = sqliteTable(
  "business_cases",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    number: integer("number").notNull(),
    estimatorId: integer("estimator_id").references(() => people.id),
    firstQuarter: quarter("first_quarter").notNull(),
    horizonQuarters: integer("horizon_quarters").notNull(),
    discountRate: real("discount_rate").notNull(),
    lines: json<Line[]>("lines").notNull(),
    /** The scenarios that its author named; null none. */
    scenarios: json<KeptScenario[]>("scenarios"),
    note: told("note"),
    /** Set when a decision froze it: the baseline that delivery is measured against. */
    frozenAt: moment("frozen_at"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("business_cases_case_number").on(t.useCaseId, t.number)],
);

/**
 * What things cost by a central table: each row is a rate's value from a day on. Business cases copy what they took, so
 * that a new row moves none of them.
 */
export const referenceRates = sqliteTable(
  "reference_rates",
  {
    id: id(),
    /** The same for all values of a rate. */
    code: text("code").notNull(),
    kind: text("kind").$type<RateKind>().notNull(),
    name: told("name").notNull(),
    /** Whose loaded cost of an hour it is; null where it is everybody's. */
    departmentId: integer("department_id").references(() => departments.id),
    /** In minor units for one; may hold fractions of a cent. */
    price: real("price").notNull(),
    /** What one is, where the kind does not say it: a page, a million tokens. */
    unit: told("unit"),
    validFrom: day("valid_from").notNull(),
    /** Where it comes from: a contract, a price list, a payroll extract. */
    source: told("source"),
    updatedAt: moment("updated_at").notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("reference_rates_code_day").on(t.code, t.validFrom)],
);

/** The forecast of a case's newest business case, quarter by quarter, in money. */
export const forecasts = sqliteTable(
  "forecasts",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    quarter: quarter("quarter").notNull(),
    benefitMinor: money("benefit_minor").notNull(),
    costMinor: money("cost_minor").notNull(),
    /** The part of the cost that is not a one-off build: what quarter ROI is set against. */
    runCostMinor: money("run_cost_minor").notNull(),
    /**
     * The stage that it counts in where that is not its case's: a promise that stands through a pause, or through any
     * move after its quarter was closed. The empty text is the unknown stage.
     */
    standsIn: text("stands_in"),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.quarter] }), index("forecasts_quarter").on(t.quarter)],
);

/** What a fiscal year should bring in realised value, the whole organisation or one department; who set it is in the record. */
export const valueTargets = sqliteTable(
  "value_targets",
  {
    /** As its quarters are named: 2026 is 2026-Q1 to 2026-Q4. */
    year: integer("year").notNull(),
    /** `WHOLE` is all departments together. */
    departmentId: integer("department_id").notNull(),
    amountMinor: money("amount_minor").notNull(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.year, t.departmentId] })],
);

/** The review of a quarter: the day on which the departments present what their live cases brought in it. */
export const quarterlyReviews = sqliteTable("quarterly_reviews", {
  quarter: quarter("quarter").primaryKey(),
  heldOn: day("held_on").notNull(),
  /** When it begins, as the clocks of the organisation's time zone show it: `09:30`. */
  startsAt: text("starts_at").notNull(),
  /** Minutes for the figures of the whole, before the first department. */
  openingMinutes: integer("opening_minutes").notNull(),
  version: version(),
});

/** A department's place on the agenda of a review, and how many live cases it should have by the end of the quarter. */
export const reviewSlots = sqliteTable(
  "review_slots",
  {
    quarter: quarter("quarter")
      .notNull()
      .references(() => quarterlyReviews.quarter),
    departmentId: integer("department_id")
      .notNull()
      .references(() => departments.id),
    position: integer("position").notNull(),
    minutes: integer("minutes").notNull(),
    liveTarget: integer("live_target").notNull(),
  },
  (t) => [primaryKey({ columns: [t.quarter, t.departmentId] })],
);

/** What a department presents at a review. */
export const presentations = sqliteTable(
  "presentations",
  {
    quarter: quarter("quarter")
      .notNull()
      .references(() => quarterlyReviews.quarter),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    /** The one that it was chosen for: a case may move on to another. */
    departmentId: integer("department_id")
      .notNull()
      .references(() => departments.id),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.quarter, t.useCaseId] }), index("presentations_case").on(t.useCaseId)],
);

/** What was decided at a review. */
export const reviewDecisions = sqliteTable(
  "review_decisions",
  {
    id: id(),
    quarter: quarter("quarter")
      .notNull()
      .references(() => quarterlyReviews.quarter),
    /** Null: of no one case. */
    useCaseId: integer("use_case_id").references(() => useCases.id),
    decision: told("decision").notNull(),
    ownerId: integer("owner_id").references(() => people.id),
    dueOn: day("due_on"),
    recordedBy: integer("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedOn: day("recorded_on").notNull(),
  },
  (t) => [index("review_decisions_quarter").on(t.quarter), index("review_decisions_case").on(t.useCaseId)],
);

// ── Committee ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Rules that a case must pass to go on, in order. `field` and `operator` are those of `app/committee/filters.ts`. */
export const filters = sqliteTable("filters", {
  id: id(),
  name: told("name").notNull(),
  field: text("field").notNull(),
  operator: text("operator").$type<"at-most" | "at-least">().notNull(),
  threshold: real("threshold").notNull(),
  position: integer("position").notNull(),
  active: yes("active").notNull().default(true),
  version: version(),
});

export const filterExceptions = sqliteTable(
  "filter_exceptions",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    filterId: integer("filter_id")
      .notNull()
      .references(() => filters.id),
    reason: told("reason").notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    on: day("on_day").notNull(),
    /** The last day on which it counts; null is until somebody takes it back. */
    until: day("until_day"),
  },
  (t) => [uniqueIndex("filter_exceptions_case_filter").on(t.useCaseId, t.filterId)],
);

/** A choice of portfolio that was worked out: its constraints, the figures of that day and what came out, never changed. */
export const choiceScenarios = sqliteTable(
  "choice_scenarios",
  {
    id: id(),
    name: text("name").notNull(),
    status: text("status").$type<"running" | "done" | "cancelled" | "failed">().notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    at: moment("at").notNull(),
    /** The figures that it was worked out from. */
    inputs: json<ScenarioInputs>("inputs").notNull(),
    /** Null until it is done. */
    result: json<Choosing>("result"),
    /** Of the result, for lists. */
    outcome: text("outcome").$type<Choosing["status"]>(),
    valueMinor: money("value_minor"),
    costMinor: money("cost_minor"),
    chosen: integer("chosen"),
  },
  (t) => [index("choice_scenarios_by").on(t.byId)],
);

/** A committee meeting. */
export const committeeSessions = sqliteTable("committee_sessions", {
  id: id(),
  number: integer("number").notNull(),
  heldOn: day("held_on").notNull(),
  status: text("status").$type<SessionStatus>().notNull(),
  /** Why it was taken back; null unless it was. */
  cancelReason: told("cancel_reason"),
  cancelledBy: integer("cancelled_by").references(() => people.id),
  chairId: integer("chair_id").references(() => people.id),
  quorum: integer("quorum").notNull(),
  /** The organisation's rule on the day it was planned. */
  hears: json<Hearing[]>("hears").notNull().default([]),
  notes: told("notes"),
  /** When the figures of its agenda were frozen: its shortlist. */
  frozenAt: moment("frozen_at"),
  /** When it ended: closed, or taken back. */
  closedAt: moment("closed_at"),
  signedAt: moment("signed_at"),
  signedBy: integer("signed_by").references(() => people.id),
  /** The minutes as they were signed, and the SHA-256 of their text, in hexadecimal. */
  minutes: json<Minutes>("minutes"),
  signedHash: text("signed_hash"),
  version: version(),
});

export const attendances = sqliteTable(
  "attendances",
  {
    sessionId: integer("session_id")
      .notNull()
      .references(() => committeeSessions.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    /** What who could not come wrote instead: heard, but not counted among those present. */
    opinion: told("opinion"),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId] })],
);

export const agendaItems = sqliteTable(
  "agenda_items",
  {
    sessionId: integer("session_id")
      .notNull()
      .references(() => committeeSessions.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    position: integer("position").notNull(),
    /** Its figures on the day the shortlist was frozen; null while they follow the case. */
    figures: json<Figures>("figures"),
    /** What those figures were worked out from; null where it was not kept yet. */
    inputs: json<KeptInputs>("inputs"),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.useCaseId] })],
);

/** The order of a session's day: the cases in assessment that pass the filters, the best first, frozen with its figures. */
export const sessionPlaces = sqliteTable(
  "session_places",
  {
    sessionId: integer("session_id")
      .notNull()
      .references(() => committeeSessions.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    /** Among all that are ranked, from 1. */
    rank: integer("rank").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.useCaseId] })],
);

/** How somebody in a session would decide on a case. */
export const sessionVotes = sqliteTable(
  "session_votes",
  {
    sessionId: integer("session_id")
      .notNull()
      .references(() => committeeSessions.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    vote: text("vote").$type<Vote>().notNull(),
    why: told("why"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.useCaseId, t.personId] })],
);

export const decisions = sqliteTable(
  "decisions",
  {
    id: id(),
    sessionId: integer("session_id")
      .notNull()
      .references(() => committeeSessions.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    outcome: text("outcome").notNull(),
    reason: told("reason").notNull(),
    relookOn: day("relook_on"),
    /** The rank at that moment and how many were ranked: was it taken against the rank? */
    rank: integer("rank"),
    ranked: integer("ranked"),
    againstRank: yes("against_rank").notNull().default(false),
    /** What it was set against, and which cases it passed over; null where that was not kept yet. */
    setAgainst: json<SetAgainst>("set_against"),
    /** Whether the session had its quorum at that moment. */
    quorate: yes("quorate").notNull().default(false),
    /** What may be spent on the way to the next decision; null where nothing was said. */
    budgetMinor: money("budget_minor"),
    /** The record as the committee saw it. */
    snapshot: json<Record<string, unknown>>("snapshot").notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    on: day("on_day").notNull(),
  },
  (t) => [
    index("decisions_case").on(t.useCaseId, t.id),
    uniqueIndex("decisions_session_case").on(t.sessionId, t.useCaseId),
    index("decisions_against_rank").on(t.againstRank, t.id),
  ],
);

/** What a decision asks for: the condition of a yes, or the question behind «ask». */
export const decisionConditions = sqliteTable(
  "decision_conditions",
  {
    id: id(),
    decisionId: integer("decision_id")
      .notNull()
      .references(() => decisions.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    text: told("text").notNull(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => people.id),
    dueOn: day("due_on").notNull(),
    metOn: day("met_on"),
    metBy: integer("met_by").references(() => people.id),
    /** How it was met: the answer. */
    answer: told("answer"),
    version: version(),
  },
  (t) => [
    index("decision_conditions_case").on(t.useCaseId, t.metOn),
    index("decision_conditions_owner").on(t.ownerId, t.metOn, t.dueOn),
    index("decision_conditions_decision").on(t.decisionId),
  ],
);

// ── Delivery ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** The one with whom the organisation works; what it agreed, until when, and by when it must say that it leaves. */
export const vendors = sqliteTable(
  "vendors",
  {
    id: id(),
    name: text("name").notNull(),
    /** The name folded: what registers sort by and search in. */
    nameFolded: text("name_folded").notNull().default(""),
    type: text("type").$type<"large-tech" | "start-up" | "internal" | "open-source">().notNull(),
    country: text("country"),
    /** Who answers for it, and is told before it ends or renews. */
    ownerId: integer("owner_id").references(() => people.id),
    contract: text("contract"),
    contractFrom: day("contract_from"),
    renewsOn: day("renews_on"),
    /** Days before the renewal by which it must be cancelled. */
    noticeDays: integer("notice_days"),
    autoRenews: yes("auto_renews"),
    /** What is committed to a year. */
    yearlyMinor: money("yearly_minor"),
    note: told("note"),
    retiredOn: day("retired_on"),
    retiredReason: told("retired_reason"),
    version: version(),
  },
  (t) => [
    uniqueIndex("vendors_name").on(t.name),
    index("vendors_folded").on(t.nameFolded, t.id),
    index("vendors_renews").on(t.renewsOn),
    index("vendors_owner").on(t.ownerId),
  ],
);

/** What was paid to a vendor in a quarter, by its invoices: beside it stands what the costs of its cases tell. */
export const vendorSpend = sqliteTable(
  "vendor_spend",
  {
    id: id(),
    vendorId: integer("vendor_id")
      .notNull()
      .references(() => vendors.id),
    quarter: quarter("quarter").notNull(),
    amountMinor: money("amount_minor").notNull(),
    evidence: integer("evidence").$type<Evidence>().notNull(),
    /** The invoice, or whoever told. */
    source: text("source"),
    enteredBy: integer("entered_by").references(() => people.id),
    enteredOn: day("entered_on").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("vendor_spend_quarter").on(t.vendorId, t.quarter),
    index("vendor_spend_entered_by").on(t.enteredBy),
  ],
);

export const models = sqliteTable(
  "models",
  {
    id: id(),
    vendorId: integer("vendor_id")
      .notNull()
      .references(() => vendors.id),
    name: text("name").notNull(),
    nameFolded: text("name_folded").notNull().default(""),
    /** Its maker's version of it; empty where only the name tells. */
    release: text("release").notNull().default(""),
    modality: text("modality"),
    licence: text("licence").$type<"open" | "proprietary">(),
    hosting: text("hosting"),
    region: text("region"),
    /** Minor units and their fractions for one `priceUnit`. */
    price: real("price"),
    priceUnit: text("price_unit"),
    endOfLifeOn: day("end_of_life_on"),
    /** What its maker says to take instead. */
    successorId: integer("successor_id").references((): AnySQLiteColumn => models.id),
    ownerId: integer("owner_id").references(() => people.id),
    note: told("note"),
    retiredOn: day("retired_on"),
    retiredReason: told("retired_reason"),
    version: version(),
  },
  (t) => [
    uniqueIndex("models_vendor_name").on(t.vendorId, t.name, t.release),
    index("models_folded").on(t.nameFolded, t.id),
    index("models_end").on(t.endOfLifeOn),
    index("models_owner").on(t.ownerId),
    index("models_successor").on(t.successorId),
  ],
);

/** Data that use cases work with: whose they are, where they lie, how sensitive they are, and who may use them for what. */
export const dataSets = sqliteTable(
  "data_sets",
  {
    id: id(),
    name: text("name").notNull(),
    nameFolded: text("name_folded").notNull().default(""),
    description: told("description"),
    ownerId: integer("owner_id").references(() => people.id),
    departmentId: integer("department_id").references(() => departments.id),
    location: text("location"),
    hosting: text("hosting"),
    sensitivity: text("sensitivity").$type<"public" | "internal" | "confidential" | "secret">(),
    personalData: yes("personal_data"),
    access: told("access"),
    uses: told("uses"),
    /** When somebody looks again whether all this is still true. */
    reviewOn: day("review_on"),
    retiredOn: day("retired_on"),
    retiredReason: told("retired_reason"),
    version: version(),
  },
  (t) => [
    uniqueIndex("data_sets_name").on(t.name),
    index("data_sets_folded").on(t.nameFolded, t.id),
    index("data_sets_review").on(t.reviewOn),
    index("data_sets_owner").on(t.ownerId),
    index("data_sets_department").on(t.departmentId),
  ],
);

/** Whoever makes a model that a case works with is among its vendors as well. */
export const useCaseVendors = sqliteTable(
  "use_case_vendors",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    vendorId: integer("vendor_id")
      .notNull()
      .references(() => vendors.id),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.vendorId] }), index("use_case_vendors_vendor").on(t.vendorId)],
);

/** The models that a case works with now, or is being tried with. */
export const useCaseModels = sqliteTable(
  "use_case_models",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    modelId: integer("model_id")
      .notNull()
      .references(() => models.id),
    /** The component of the case that it is: what it does there. */
    component: told("component"),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.modelId] }), index("use_case_models_model").on(t.modelId)],
);

export const useCaseDataSets = sqliteTable(
  "use_case_data_sets",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    dataSetId: integer("data_set_id")
      .notNull()
      .references(() => dataSets.id),
    /** What the case uses them for. */
    component: told("component"),
  },
  (t) => [primaryKey({ columns: [t.useCaseId, t.dataSetId] }), index("use_case_data_sets_set").on(t.dataSetId)],
);

// ── Roll-out ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A country, or a branch in one, that a case is rolled out to: with a life of its own. */
export const rollOutSites = sqliteTable(
  "roll_out_sites",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    country: text("country").notNull(),
    /** Empty is the whole country. */
    branch: text("branch").notNull().default(""),
    stage: text("stage").$type<"planned" | "pilot" | "live" | "withdrawn">().notNull(),
    since: day("since").notNull(),
    /** Of its latest reading, kept with it: what lists and boards add up. */
    eligible: integer("eligible"),
    active: integer("active"),
    readOn: day("read_on"),
    version: version(),
  },
  (t) => [uniqueIndex("roll_out_sites_place").on(t.useCaseId, t.country, t.branch)],
);

/** Each stage that a site has had, dated. */
export const rollOutMoves = sqliteTable(
  "roll_out_moves",
  {
    id: id(),
    siteId: integer("site_id")
      .notNull()
      .references(() => rollOutSites.id),
    from: text("from_stage").$type<"planned" | "pilot" | "live" | "withdrawn">(),
    to: text("to_stage").$type<"planned" | "pilot" | "live" | "withdrawn">().notNull(),
    on: day("on_day").notNull(),
    reason: told("reason"),
    byId: integer("by_id").references(() => people.id),
  },
  (t) => [index("roll_out_moves_site").on(t.siteId, t.id)],
);

/** How many people may use a case somewhere, and how many do, on a day. */
export const rollOutReadings = sqliteTable(
  "roll_out_readings",
  {
    id: id(),
    siteId: integer("site_id")
      .notNull()
      .references(() => rollOutSites.id),
    on: day("on_day").notNull(),
    eligible: integer("eligible"),
    active: integer("active"),
    source: told("source"),
    byId: integer("by_id").references(() => people.id),
    version: version(),
  },
  (t) => [uniqueIndex("roll_out_readings_day").on(t.siteId, t.on)],
);

/** Where the users of a retired case went, as its retirement told it. */
export const userDestinations = sqliteTable(
  "user_destinations",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    stageChangeId: integer("stage_change_id")
      .notNull()
      .references(() => stageChanges.id),
    kind: text("kind").$type<"case" | "tool" | "nowhere">().notNull(),
    toUseCaseId: integer("to_use_case_id").references(() => useCases.id),
    tool: text("tool"),
    users: integer("users"),
  },
  (t) => [
    index("user_destinations_case").on(t.useCaseId, t.id),
    index("user_destinations_to").on(t.toUseCaseId),
    index("user_destinations_change").on(t.stageChangeId),
  ],
);

/** How many cases a stage of the board should hold at most: what goes beyond is shown, and not refused. */
export const stageLimits = sqliteTable("stage_limits", {
  stage: text("stage").primaryKey(),
  most: integer("most").notNull(),
});

export const pocs = sqliteTable(
  "pocs",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    hypothesis: told("hypothesis").notNull(),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on").notNull(),
    peopleCap: integer("people_cap").notNull(),
    budgetCapMinor: money("budget_cap_minor").notNull(),
    /** Days of work, all people together; null where nobody capped them. */
    personDaysCap: integer("person_days_cap"),
    team: json<TeamMember[]>("team").notNull(),
    /** Who answers for the data that it uses, by name. */
    dataOwner: text("data_owner"),
    /** Why one function alone may try it. */
    oneFunctionReason: told("one_function_reason"),
    kpiName: told("kpi_name").notNull(),
    kpiUnit: text("kpi_unit").notNull(),
    direction: text("direction").$type<"up" | "down">().notNull(),
    baseline: real("baseline").notNull(),
    threshold: real("threshold").notNull(),
    /** What must not get worse meanwhile: its name, and the limit that it keeps on this side (`up`: at least). */
    guardrailName: told("guardrail_name"),
    guardrailUnit: text("guardrail_unit"),
    guardrailDirection: text("guardrail_direction").$type<"up" | "down">(),
    guardrailLimit: real("guardrail_limit"),
    vendorId: integer("vendor_id").references(() => vendors.id),
    modelId: integer("model_id").references(() => models.id),
    /** The POC whose pivot led to this one. */
    followsId: integer("follows_id").references((): AnySQLiteColumn => pocs.id),
    /** The day of its seal; from then on its bet changes only by a signed amendment. */
    startedOn: day("started_on"),
    startedById: integer("started_by_id").references(() => people.id),
    verdict: text("verdict").$type<"scale" | "pivot" | "stop">(),
    verdictOn: day("verdict_on"),
    verdictById: integer("verdict_by_id").references(() => people.id),
    /** Why the verdict is another than its evidence proposes. */
    verdictReason: told("verdict_reason"),
    result: real("result"),
    learning: told("learning"),
    version: version(),
  },
  (t) => [
    index("pocs_case").on(t.useCaseId, t.id),
    index("pocs_running").on(t.verdict, t.startedOn),
    index("pocs_follows").on(t.followsId),
    index("pocs_vendor").on(t.vendorId),
    index("pocs_model").on(t.modelId),
  ],
);

/** A change of a sealed bet: what it was, what it is to be, and the chair's yes or no. */
export const pocAmendments = sqliteTable(
  "poc_amendments",
  {
    id: id(),
    pocId: integer("poc_id")
      .notNull()
      .references(() => pocs.id),
    before: json<AmendedTerms>("before").notNull(),
    after: json<AmendedTerms>("after").notNull(),
    reason: told("reason").notNull(),
    askedById: integer("asked_by_id").references(() => people.id),
    askedOn: day("asked_on").notNull(),
    /** Null while nobody signed it. */
    verdict: text("verdict").$type<"yes" | "no">(),
    note: told("note"),
    signedById: integer("signed_by_id").references(() => people.id),
    signedOn: day("signed_on"),
  },
  (t) => [index("poc_amendments_poc").on(t.pocId, t.id), index("poc_amendments_open").on(t.verdict, t.id)],
);

export const pocIterations = sqliteTable(
  "poc_iterations",
  {
    id: id(),
    pocId: integer("poc_id")
      .notNull()
      .references(() => pocs.id),
    question: told("question").notNull(),
    startedOn: day("started_on").notNull(),
    /** Null while it runs. */
    endedOn: day("ended_on"),
    learnt: told("learnt"),
  },
  (t) => [index("poc_iterations_poc").on(t.pocId, t.id)],
);

/** What a week of a POC brought, and what it has used since its start: money and days of work are sums so far. */
export const pocCheckIns = sqliteTable(
  "poc_check_ins",
  {
    id: id(),
    pocId: integer("poc_id")
      .notNull()
      .references(() => pocs.id),
    on: day("on_day").notNull(),
    /** Of the POC's KPI; null when it was not measured that week. */
    value: real("value"),
    confidence: text("confidence").$type<"on-track" | "at-risk" | "off">().notNull(),
    spentMinor: money("spent_minor"),
    personDays: real("person_days"),
    blockers: told("blockers"),
    next: told("next"),
    byId: integer("by_id").references(() => people.id),
    /** Why what it says was corrected, or why less was spent than the week before. */
    reason: told("reason"),
    correctedById: integer("corrected_by_id").references(() => people.id),
    correctedOn: day("corrected_on"),
    version: version(),
  },
  (t) => [uniqueIndex("poc_check_ins_day").on(t.pocId, t.on)],
);

export const attempts = sqliteTable(
  "attempts",
  {
    id: id(),
    pocId: integer("poc_id")
      .notNull()
      .references(() => pocs.id),
    label: told("label").notNull(),
    modelId: integer("model_id").references(() => models.id),
    runCostMinor: money("run_cost_minor"),
    /** What one unit costs to run, in minor units and their fractions; in how many of them a quarter is counted. */
    costPerUnit: real("cost_per_unit"),
    costUnit: text("cost_unit"),
    volumePerQuarter: real("volume_per_quarter"),
    result: real("result"),
    sampleSize: integer("sample_size"),
    method: told("method"),
    guardrail: told("guardrail"),
    guardrailValue: real("guardrail_value"),
    /** What was said of it where no limit is set. */
    guardrailMet: yes("guardrail_met"),
    iterationId: integer("iteration_id").references(() => pocIterations.id),
    /** The one that the verdict kept: its components are those of the live case. */
    chosen: yes("chosen").notNull().default(false),
    on: day("on_day").notNull(),
    version: version(),
  },
  (t) => [
    index("attempts_poc").on(t.pocId, t.id),
    index("attempts_model").on(t.modelId),
    index("attempts_iteration").on(t.iterationId),
  ],
);

/** What an attempt is made of. */
export const attemptComponents = sqliteTable(
  "attempt_components",
  {
    id: id(),
    attemptId: integer("attempt_id")
      .notNull()
      .references(() => attempts.id),
    kind: text("kind").$type<ComponentKind>().notNull(),
    name: text("name").notNull(),
    modelId: integer("model_id").references(() => models.id),
    vendorId: integer("vendor_id").references(() => vendors.id),
    licence: text("licence").$type<"open" | "proprietary">(),
    hosting: text("hosting"),
    /** What it does among the others. */
    role: told("role"),
  },
  (t) => [
    index("attempt_components_attempt").on(t.attemptId, t.id),
    index("attempt_components_model").on(t.modelId),
    index("attempt_components_vendor").on(t.vendorId),
  ],
);

/** A live case runs on another model from a day on; what it was like before and after. Costs are minor units a unit. */
export const modelSwitches = sqliteTable(
  "model_switches",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    on: day("on_day").notNull(),
    fromName: text("from_name").notNull(),
    fromModelId: integer("from_model_id").references(() => models.id),
    toName: text("to_name").notNull(),
    toModelId: integer("to_model_id").references(() => models.id),
    reason: told("reason").notNull(),
    /** Its reviewers must sign anew. */
    material: yes("material").notNull(),
    kpiBefore: real("kpi_before"),
    kpiAfter: real("kpi_after"),
    guardrailBefore: real("guardrail_before"),
    guardrailAfter: real("guardrail_after"),
    costBefore: real("cost_before"),
    costAfter: real("cost_after"),
    byId: integer("by_id").references(() => people.id),
    version: version(),
  },
  (t) => [
    index("model_switches_case").on(t.useCaseId, t.id),
    index("model_switches_from").on(t.fromModelId),
    index("model_switches_to").on(t.toModelId),
  ],
);

export const signOffs = sqliteTable(
  "sign_offs",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    kind: text("kind").$type<SignOffKind>().notNull(),
    verdict: text("verdict").$type<"yes" | "no">(),
    note: told("note"),
    /** What a yes asks for in return, in words; each with its owner and day is a row of its own. */
    conditions: told("conditions"),
    requestedBy: integer("requested_by").references(() => people.id),
    requestedOn: day("requested_on").notNull(),
    dueOn: day("due_on"),
    byId: integer("by_id").references(() => people.id),
    on: day("on_day"),
    /** The stage whose gate it was asked for. */
    gate: text("gate").$type<Stage>(),
    /** The reviewer to whom another one of the same role gave it. */
    delegatedTo: integer("delegated_to").references(() => people.id),
    delegatedBy: integer("delegated_by").references(() => people.id),
    delegatedOn: day("delegated_on"),
    /** In whose place it was signed. */
    forId: integer("for_id").references(() => people.id),
    /** The first day on which its yes holds no more; null is for good. */
    expiresOn: day("expires_on"),
    staleOn: day("stale_on"),
    staleCause: text("stale_cause").$type<StaleCause>(),
    /** What changed since it was signed, in words. */
    staleDetail: told("stale_detail"),
    /** The signature that this request is to renew. */
    renewsId: integer("renews_id"),
    /** When its reviewers were told that it is late. */
    remindedOn: day("reminded_on"),
    version: version(),
  },
  (t) => [
    index("sign_offs_case").on(t.useCaseId, t.kind, t.id),
    index("sign_offs_open").on(t.kind, t.verdict, t.dueOn, t.id),
    index("sign_offs_answered").on(t.kind, t.on, t.id),
    index("sign_offs_expiring").on(t.expiresOn),
  ],
);

/** What a reviewer's yes asks of somebody until a day. */
export const signOffConditions = sqliteTable(
  "sign_off_conditions",
  {
    id: id(),
    signOffId: integer("sign_off_id")
      .notNull()
      .references(() => signOffs.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    text: told("text").notNull(),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => people.id),
    dueOn: day("due_on").notNull(),
    metOn: day("met_on"),
    metBy: integer("met_by").references(() => people.id),
    /** How it was met. */
    answer: told("answer"),
    version: version(),
  },
  (t) => [
    index("sign_off_conditions_sign_off").on(t.signOffId),
    index("sign_off_conditions_case").on(t.useCaseId, t.metOn, t.dueOn),
    index("sign_off_conditions_owner").on(t.ownerId, t.metOn, t.dueOn),
  ],
);

/** A reviewer away between two days, and who of the same role signs meanwhile. */
export const signOffAbsences = sqliteTable(
  "sign_off_absences",
  {
    id: id(),
    kind: text("kind").$type<SignOffKind>().notNull(),
    fromId: integer("from_id")
      .notNull()
      .references(() => people.id),
    toId: integer("to_id")
      .notNull()
      .references(() => people.id),
    startsOn: day("starts_on").notNull(),
    endsOn: day("ends_on").notNull(),
    /** Taken back before its end. */
    withdrawnOn: day("withdrawn_on"),
    byId: integer("by_id").references(() => people.id),
    version: version(),
  },
  (t) => [index("sign_off_absences_days").on(t.kind, t.endsOn), index("sign_off_absences_from").on(t.fromId)],
);

/** How long each role has to answer, and for how many months its yes holds; a role without a row has the shipped terms. */
export const signOffTerms = sqliteTable("sign_off_terms", {
  kind: text("kind").$type<SignOffKind>().primaryKey(),
  daysToAnswer: integer("days_to_answer").notNull(),
  monthsValid: integer("months_valid"),
  version: version(),
});

/** A check that the organisation added to a gate. Never deleted: retired on a day. */
export const gateChecks = sqliteTable(
  "gate_checks",
  {
    id: id(),
    gate: text("gate").$type<Stage>().notNull(),
    kind: text("kind").$type<CheckKind>().notNull(),
    question: told("question").notNull(),
    help: told("help"),
    /** The answer that passes, of a yes-or-no question. */
    expected: yes("expected"),
    /** Whose sign-off it asks for. */
    role: text("role").$type<SignOffKind>(),
    /** Part of the red-line charter: answered by who screens, and passed by the committee's written exception. */
    redLine: yes("red_line").notNull().default(false),
    /** Of these departments and kinds of AI alone; an empty list is all. */
    departmentIds: json<number[]>("department_ids").notNull().default([]),
    aiTypes: json<string[]>("ai_types").notNull().default([]),
    customerFacing: yes("customer_facing"),
    fromOn: day("from_on").notNull(),
    /** The first day on which it is asked no more. */
    retiredOn: day("retired_on"),
    version: version(),
  },
  (t) => [index("gate_checks_gate").on(t.gate, t.id)],
);

/** Every answer of a case to an own check; the newest counts. */
export const gateAnswers = sqliteTable(
  "gate_answers",
  {
    id: id(),
    checkId: integer("check_id")
      .notNull()
      .references(() => gateChecks.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    said: yes("said"),
    text: told("text"),
    /** A file of the case; it may have been taken off since. */
    fileId: integer("file_id"),
    note: told("note"),
    /** Whether it is the answer that passes. */
    passes: yes("passes").notNull(),
    /** The wording that it answered. */
    checkVersion: integer("check_version").notNull(),
    byId: integer("by_id").references(() => people.id),
    on: day("on_day").notNull(),
  },
  (t) => [
    index("gate_answers_case").on(t.useCaseId, t.checkId, t.id),
    index("gate_answers_check").on(t.checkId, t.useCaseId, t.id),
  ],
);

// ── Measurement ────────────────────────────────────────────────────────────────────────────────────────────────────

export const kpis = sqliteTable(
  "kpis",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    name: told("name").notNull(),
    unit: text("unit").notNull(),
    direction: text("direction").$type<"up" | "down">().notNull(),
    baseline: real("baseline").notNull(),
    baselinePeriod: text("baseline_period"),
    baselineMethod: told("baseline_method"),
    target: real("target"),
    ownerId: integer("owner_id")
      .notNull()
      .references(() => people.id),
    /** Money per unit of the KPI in one quarter; null when the KPI is not monetised. */
    valuePerUnitMinor: real("value_per_unit_minor"),
    attribution: real("attribution").notNull().default(1),
    overTime: text("over_time").$type<"sum" | "average" | "latest" | "max" | "min">().notNull(),
    isGuardrail: yes("is_guardrail").notNull().default(false),
    /** A guardrail's limit: beyond it, against its direction, it is broken. */
    limit: real("limit_value"),
    firstQuarter: quarter("first_quarter").notNull(),
    lastQuarter: quarter("last_quarter"),
    version: version(),
  },
  (t) => [
    index("kpis_case").on(t.useCaseId, t.firstQuarter, t.lastQuarter, t.ownerId),
    index("kpis_owner").on(t.ownerId),
    index("kpis_first").on(t.firstQuarter),
  ],
);

export const reports = sqliteTable(
  "reports",
  {
    id: id(),
    kpiId: integer("kpi_id")
      .notNull()
      .references(() => kpis.id),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    quarter: quarter("quarter").notNull(),
    /** Null with `unavailableBecause`: «not available, because». */
    actual: real("actual"),
    unavailableBecause: told("unavailable_because"),
    evidence: integer("evidence").$type<Evidence>().notNull(),
    source: told("source"),
    note: told("note"),
    /** direction × (actual − baseline) × value per unit × attribution, rounded once, × share; null when not monetised. */
    realisedMinor: money("realised_minor"),
    /** The KPI's terms that `realisedMinor` was computed with: a later edit of the KPI leaves closed quarters alone. */
    direction: text("direction").$type<"up" | "down">().notNull(),
    baseline: real("baseline").notNull(),
    valuePerUnitMinor: real("value_per_unit_minor"),
    attribution: real("attribution").notNull(),
    /** Hundredths of a percent: what of the value counts here, where other KPIs count the same benefit. */
    share: integer("share").notNull().default(10_000),
    /** A guardrail beyond its limit. */
    broken: yes("broken").notNull().default(false),
    reportedBy: integer("reported_by")
      .notNull()
      .references(() => people.id),
    reportedOn: day("reported_on").notNull(),
    /** What finance said of it. */
    review: text("review").$type<"waiting" | "accepted" | "sent-back">().notNull().default("waiting"),
    reviewedBy: integer("reviewed_by").references(() => people.id),
    reviewedOn: day("reviewed_on"),
    reviewNote: told("review_note"),
    version: version(),
  },
  (t) => [
    uniqueIndex("reports_kpi_quarter").on(t.kpiId, t.quarter),
    index("reports_case_quarter").on(t.useCaseId, t.quarter, t.evidence, t.realisedMinor),
    // By its number before what it covers: the queue of review is read in that order.
    index("reports_quarter_review").on(t.quarter, t.review, t.id, t.kpiId),
    index("reports_quarter_realised").on(t.quarter, t.realisedMinor, t.evidence),
    index("reports_quarter_broken").on(t.quarter, t.broken),
  ],
);

/** What somebody said of KPIs that may count the same benefit: the newest word that names two of them holds between them. */
export const overlaps = sqliteTable(
  "overlaps",
  {
    id: id(),
    verdict: text("verdict").$type<"declared" | "shared" | "different">().notNull(),
    /** From when the shares apply; null where it changes none. */
    fromQuarter: quarter("from_quarter"),
    reason: told("reason").notNull(),
    byId: integer("by_id").references(() => people.id),
    on: day("on_day").notNull(),
  },
  (t) => [index("overlaps_by").on(t.byId)],
);

export const overlapKpis = sqliteTable(
  "overlap_kpis",
  {
    overlapId: integer("overlap_id")
      .notNull()
      .references(() => overlaps.id),
    kpiId: integer("kpi_id")
      .notNull()
      .references(() => kpis.id),
    /** Hundredths of a percent; null where its share stays as it was. */
    share: integer("share"),
  },
  (t) => [primaryKey({ columns: [t.overlapId, t.kpiId] }), index("overlap_kpis_kpi").on(t.kpiId, t.overlapId)],
);

export const reportFiles = sqliteTable(
  "report_files",
  {
    id: id(),
    reportId: integer("report_id")
      .notNull()
      .references(() => reports.id),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    addedBy: integer("added_by")
      .notNull()
      .references(() => people.id),
    addedOn: day("added_on").notNull(),
  },
  (t) => [index("report_files_report").on(t.reportId)],
);

/** After the close a figure changes only so: signed, reasoned, old and new. */
export const restatements = sqliteTable(
  "restatements",
  {
    id: id(),
    reportId: integer("report_id")
      .notNull()
      .references(() => reports.id),
    quarter: quarter("quarter").notNull(),
    oldActual: real("old_actual"),
    newActual: real("new_actual"),
    oldEvidence: integer("old_evidence").$type<Evidence>().notNull(),
    newEvidence: integer("new_evidence").$type<Evidence>().notNull(),
    oldRealisedMinor: money("old_realised_minor"),
    newRealisedMinor: money("new_realised_minor"),
    reason: told("reason").notNull(),
    byId: integer("by_id")
      .notNull()
      .references(() => people.id),
    on: day("on_day").notNull(),
  },
  (t) => [index("restatements_report").on(t.reportId), index("restatements_quarter").on(t.quarter)],
);

export const costs = sqliteTable(
  "costs",
  {
    id: id(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    quarter: quarter("quarter").notNull(),
    kind: text("kind").$type<"build" | "licence" | "usage" | "run" | "review" | "change" | "incident">().notNull(),
    amountMinor: money("amount_minor").notNull(),
    note: told("note"),
    enteredBy: integer("entered_by")
      .notNull()
      .references(() => people.id),
    enteredOn: day("entered_on").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("costs_case_quarter_kind").on(t.useCaseId, t.quarter, t.kind),
    index("costs_quarter").on(t.quarter, t.amountMinor),
  ],
);

/** The quarters that the organisation reports on, and how far their collection is. */
export const quarters = sqliteTable("quarters", {
  quarter: quarter("quarter").primaryKey(),
  status: text("status").$type<"open" | "collecting" | "in-review" | "closed">().notNull(),
  closedBy: integer("closed_by").references(() => people.id),
  closedAt: moment("closed_at"),
  /** SHA-256 over the figures frozen at the close. */
  hash: text("hash"),
  version: version(),
});

/** Realised value and cost of one case in one quarter: what drill-downs start from. */
export const caseQuarters = sqliteTable(
  "case_quarters",
  {
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    quarter: quarter("quarter").notNull(),
    declaredMinor: money("declared_minor")
      .notNull()
      .default(0 as Minor),
    estimatedMinor: money("estimated_minor")
      .notNull()
      .default(0 as Minor),
    measuredMinor: money("measured_minor")
      .notNull()
      .default(0 as Minor),
    validatedMinor: money("validated_minor")
      .notNull()
      .default(0 as Minor),
    costMinor: money("cost_minor")
      .notNull()
      .default(0 as Minor),
    /** The part of the cost that is not a one-off build. */
    runCostMinor: money("run_cost_minor")
      .notNull()
      .default(0 as Minor),
    /** The four grades together: what best and worst cases are found by. */
    realisedMinor: money("realised_minor")
      .notNull()
      .default(0 as Minor),
    reports: integer("reports").notNull().default(0),
    /** Those of the reports that are worth money: without one, the value is not zero but not known. */
    valuedReports: integer("valued_reports").notNull().default(0),
    /** Amounts entered: without one, the cost is not known. */
    costEntries: integer("cost_entries").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.useCaseId, t.quarter] }),
    index("case_quarters_quarter").on(t.quarter, t.realisedMinor),
  ],
);

/** The rollup that the dashboard reads: by quarter, department (0 = none) and stage ("" = unknown). */
export const rollups = sqliteTable(
  "rollups",
  {
    quarter: quarter("quarter").notNull(),
    departmentId: integer("department_id").notNull(),
    stage: text("stage").notNull(),
    declaredMinor: money("declared_minor")
      .notNull()
      .default(0 as Minor),
    estimatedMinor: money("estimated_minor")
      .notNull()
      .default(0 as Minor),
    measuredMinor: money("measured_minor")
      .notNull()
      .default(0 as Minor),
    validatedMinor: money("validated_minor")
      .notNull()
      .default(0 as Minor),
    costMinor: money("cost_minor")
      .notNull()
      .default(0 as Minor),
    /** The part of the cost that is not a one-off build. */
    runCostMinor: money("run_cost_minor")
      .notNull()
      .default(0 as Minor),
    forecastBenefitMinor: money("forecast_benefit_minor")
      .notNull()
      .default(0 as Minor),
    forecastCostMinor: money("forecast_cost_minor")
      .notNull()
      .default(0 as Minor),
    forecastRunCostMinor: money("forecast_run_cost_minor")
      .notNull()
      .default(0 as Minor),
    reports: integer("reports").notNull().default(0),
    /** Those of the reports that are worth money: without one, the value is not zero but not known. */
    valuedReports: integer("valued_reports").notNull().default(0),
    /** Amounts entered: without one, the cost is not known. */
    costEntries: integer("cost_entries").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.quarter, t.departmentId, t.stage] })],
);

/**
 * The rollups of all stages together, by quarter and department, and by quarter alone (department -1); the forecasts
 * are those of stages whose promise counts: what the dashboard reads. Kept by triggers on `rollups`.
 */
export const quarterTotals = sqliteTable(
  "quarter_totals",
  {
    departmentId: integer("department_id").notNull(),
    quarter: quarter("quarter").notNull(),
    declaredMinor: money("declared_minor").notNull(),
    estimatedMinor: money("estimated_minor").notNull(),
    measuredMinor: money("measured_minor").notNull(),
    validatedMinor: money("validated_minor").notNull(),
    costMinor: money("cost_minor").notNull(),
    runCostMinor: money("run_cost_minor").notNull(),
    forecastBenefitMinor: money("forecast_benefit_minor").notNull(),
    forecastCostMinor: money("forecast_cost_minor").notNull(),
    forecastRunCostMinor: money("forecast_run_cost_minor").notNull(),
    reports: integer("reports").notNull(),
    valuedReports: integer("valued_reports").notNull(),
    costEntries: integer("cost_entries").notNull(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.quarter] }), index("quarter_totals_quarter").on(t.quarter)],
);

/**
 * The day book: what each day added to `quarter_totals`. All rows up to a day, added up, are the dashboard as it was then.
 */
export const totalDays = sqliteTable(
  "total_days",
  {
    departmentId: integer("department_id").notNull(),
    quarter: quarter("quarter").notNull(),
    day: day("day").notNull(),
    ...bookedAmounts(),
    forecastBenefitMinor: money("forecast_benefit_minor").notNull(),
    forecastCostMinor: money("forecast_cost_minor").notNull(),
    forecastRunCostMinor: money("forecast_run_cost_minor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.departmentId, t.quarter, t.day] }),
    index("total_days_quarter").on(t.quarter, t.day),
  ],
);

/** The day book case by case: what each day added to `case_quarters`, in the department (0 = none) that it counted in. */
export const caseDays = sqliteTable(
  "case_days",
  {
    quarter: quarter("quarter").notNull(),
    useCaseId: integer("use_case_id")
      .notNull()
      .references(() => useCases.id),
    departmentId: integer("department_id").notNull(),
    day: day("day").notNull(),
    ...bookedAmounts(),
  },
  (t) => [
    primaryKey({ columns: [t.quarter, t.useCaseId, t.departmentId, t.day] }),
    index("case_days_case").on(t.useCaseId),
  ],
);
