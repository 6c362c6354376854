import type { Statement } from "@/lib/db/with-workspace-sql";

/** What a press has to know of its link, one row. */
export type PressRow = {
  tokenVersion: number;
  language: string;
  closesOn: string;
  handedAt: Date | null;
  surveyId: string;
  contactId: string | null;
  accountId: string | null;
  isWaveClosed: boolean | null;
  touchpointOn: string | null;
  question: string;
  scale: string;
  scope: string;
  followUps: string[];
  options: unknown;
  slug: string;
  company: string;
  currency: string;
  timeZone: string;
  locale: string;
  country: string | null;
  figuresAsOf: string | null;
  isDemo: boolean;
  settings: unknown;
  isStaff: boolean;
  /** The worker is to look at the facts already. */
  areFactsDue: boolean;
  events: EventRow[] | null;
  visits: number;
  honeypotAt: Date | null;
  prefetchAt: Date | null;
  signalAt: Date | null;
  openedChoices: string[] | null;
};

/** What a page says besides: who asks whom about what, and how it begins. */
export type LinkRow = PressRow & {
  touchpointName: string | null;
  accountName: string | null;
  firstName: string | null;
  senderName: string | null;
  /** Share of the recipient's mail domain whose links machines opened; null where nothing is known. */
  scannedShare: number | null;
  /** The worker is to learn anew which domains machines read. */
  isLearningDue: boolean;
};

export type EventRow = {
  id: string;
  question: string;
  valueNumber: number | null;
  valueCode: string | null;
  /** A hash: an earlier comment is never shown, only compared. */
  commentHash: string | null;
  class: "confirmed" | "provisional" | "held";
  reason: string | null;
  /** ISO instant. */
  at: string;
  on: string;
  isTrusted: boolean;
};

/** More than a person ever changes an answer; what comes after is a machine's game. */
export const MAX_EVENTS = 200;

/** A link that is opened, or whose trap is sprung, without end (a broken scanner) fills no table. */
export const MAX_VISITS = 200;

const PAGE_COLUMNS = `
      t.name AS "touchpointName", a.name AS "accountName", c.first_name AS "firstName",
      coalesce(k.name, o.name, x.name, u.name) AS "senderName",
      (SELECT r.scanned::float8 / r.invitations FROM recipient_domain r
        WHERE r.workspace_id = $1::uuid AND r.invitations > 0
          AND r.domain = lower(split_part(c.email, '@', 2))) AS "scannedShare",
      EXISTS (SELECT 1 FROM workspace_signal g
        WHERE g.workspace_id = $1::uuid AND g.kind = 'scanners') AS "isLearningDue",`;

const PAGE_JOINS = `
    LEFT JOIN touchpoint t ON t.workspace_id = i.workspace_id AND t.id = s.touchpoint_id
    LEFT JOIN account a ON a.workspace_id = i.workspace_id AND a.id = i.account_id
    LEFT JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
    LEFT JOIN survey_door d ON d.workspace_id = i.workspace_id AND d.id = i.door_id
    LEFT JOIN employee k ON k.workspace_id = i.workspace_id AND k.id = c.works_with_id
      AND k.left_on IS NULL
    LEFT JOIN employee o ON o.workspace_id = i.workspace_id AND o.id = a.owner_id
      AND o.left_on IS NULL
    LEFT JOIN employee x ON x.workspace_id = i.workspace_id AND x.id = d.employee_id
      AND x.left_on IS NULL
    LEFT JOIN app_user u ON u.id = w.created_by_id`;

// The names a page needs double the database's work, and a press shows none.
function linkSql(columns: string, joins: string): string {
  return `
    SELECT i.token_version AS "tokenVersion", i.language,
      i.closes_on::text AS "closesOn", i.handed_at AS "handedAt", i.survey_id AS "surveyId",
      i.contact_id AS "contactId", i.account_id AS "accountId",
      w.state = 'closed' AS "isWaveClosed", w.touchpoint_on::text AS "touchpointOn",
      s.question, s.scale, s.scope, s.follow_ups AS "followUps", s.options,${columns}
      p.slug, p.name AS company, p.currency, p.time_zone AS "timeZone", p.locale, p.country,
      p.figures_as_of::text AS "figuresAsOf", p.is_demo AS "isDemo",
      (SELECT v.value FROM setting_version v
        WHERE v.workspace_id = $1::uuid AND v.key = 'asking'
          AND v.valid_from <= ($3::timestamptz AT TIME ZONE p.time_zone)::date
        ORDER BY v.valid_from DESC, v.created_at DESC, v.id DESC LIMIT 1) AS settings,
      EXISTS (SELECT 1 FROM user_workspace m
        WHERE m.workspace_id = $1::uuid AND m.user_id = $4::uuid) AS "isStaff",
      EXISTS (SELECT 1 FROM workspace_signal g
        WHERE g.workspace_id = $1::uuid AND g.kind = 'facts' AND g.due_at <= $3::timestamptz)
        AS "areFactsDue",
      e.events, h.*
    FROM workspace p
    JOIN invitation i ON i.workspace_id = p.id
    JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    LEFT JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id${joins}
    LEFT JOIN LATERAL (
      SELECT json_agg(row_to_json(l) ORDER BY l.at, l.id) AS events FROM (
        SELECT v.id, v.question, v.value_number AS "valueNumber", v.value_code AS "valueCode",
          md5(v.comment) AS "commentHash", v.class, v.reason, v.answered_at AS at,
          v.answered_on AS "on", coalesce((v.evidence ->> 'isTrusted')::boolean, false) AS "isTrusted"
        FROM response_event v
        WHERE v.workspace_id = $1::uuid AND v.invitation_id = $2::uuid
        ORDER BY v.answered_at DESC, v.id DESC LIMIT ${MAX_EVENTS}) l) e ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS visits,
        max(v.at) FILTER (WHERE v.kind = 'honeypot') AS "honeypotAt",
        max(v.at) FILTER (WHERE v.prefetch) AS "prefetchAt",
        max(v.at) FILTER (WHERE v.kind = 'signal') AS "signalAt",
        array_agg(DISTINCT v.choice) FILTER (WHERE v.choice IS NOT NULL AND v.kind = 'view')
          AS "openedChoices"
      FROM invitation_visit v
      WHERE v.workspace_id = $1::uuid AND v.invitation_id = $2::uuid) h ON true
    WHERE p.id = $1::uuid AND p.archived_at IS NULL
      AND i.workspace_id = $1::uuid AND i.id = $2::uuid`;
}

/** $1 workspace, $2 invitation, $3 now, $4 who is signed in. */
export const LINK_SQL: Statement = {
  name: "respondent-link",
  text: linkSql(PAGE_COLUMNS, PAGE_JOINS),
};

/** The same of a press. */
export const PRESS_SQL: Statement = { name: "respondent-press", text: linkSql("", "") };
