import { personName } from "@/lib/accounts/person-name";
import type { Tx } from "@/lib/db/with-workspace";
import { isoOfDay } from "@/lib/format/calendar";
import type { Role } from "@/lib/metrics";
import type { TimelineEntryDto, TimelineKind } from "./account-page.types";
import type { AccountRef } from "./figures.types";
import { timelineSql } from "./timeline-sql";
import type { AnswerDto } from "./worklist.types";

export const ENTRIES_PER_PAGE = 25;

type Row = {
  id: string;
  accountId: string;
  kind: TimelineKind;
  day: number;
  detail: string;
  text: string | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  contactId: string | null;
  role: Role | null;
  valueNumber: number | null;
  valueCode: string | null;
  scale: string | null;
  amountMinor: number | null;
  currency: string | null;
  closedDay: number | null;
  dueDay: number | null;
  isDone: boolean | null;
  total: number;
};

const QUESTIONS: Record<string, AnswerDto["question"]> = {
  nps: "nps",
  csat: "csat",
  relative_advantage: "relativeAdvantage",
  switching: "switching",
};

function camelCase(code: string): string {
  return code.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function answerOf(row: Row): AnswerDto | null {
  const question = row.kind === "answer" ? QUESTIONS[row.detail] : undefined;
  if (!question) return null;
  const top = Number((row.scale ?? "").split("-")[1]);
  return {
    question,
    value: row.valueNumber,
    scaleMax: row.valueNumber === null ? null : top > 0 ? top : question === "nps" ? 10 : 5,
    code: row.valueCode === null ? null : camelCase(row.valueCode),
    on: isoOfDay(row.day),
  };
}

function iso(day: number | null): string | null {
  return day === null ? null : isoOfDay(day);
}

function toEntry(
  row: Row,
  siteOf: (accountId: string) => AccountRef | null,
  inbox: ReadonlySet<string>,
  { showsNames, locale }: { showsNames: boolean; locale: string },
): TimelineEntryDto {
  const isNamed = row.contactId !== null && (showsNames || row.kind !== "answer");
  return {
    id: row.id,
    on: isoOfDay(row.day),
    kind: row.kind,
    detail: row.detail,
    text: row.text,
    personName: isNamed ? personName(row, locale) : null,
    role: row.role,
    nextStep: row.kind === "touch" ? row.valueCode : null,
    answer: answerOf(row),
    amountMinor: row.amountMinor,
    currency: row.currency,
    closedOn: iso(row.closedDay),
    dueOn: iso(row.dueDay),
    isDone: row.isDone,
    site: siteOf(row.accountId),
    hasPage: inbox.has(row.id),
  };
}

/** Answers that came through an invitation have a page; imported ones have none. */
async function answersWithPage(
  tx: Tx,
  workspaceId: string,
  rows: readonly Row[],
): Promise<Set<string>> {
  const ids = rows.flatMap((row) => (row.kind === "answer" ? row.id : []));
  if (ids.length === 0) return new Set();
  const found = await tx.responseEvent.findMany({
    where: { workspaceId, id: { in: ids }, invitationId: { not: null } },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}

/** Everything that happened between the customer and us, newest first, one page of it. */
export async function loadTimeline(
  tx: Tx,
  wanted: {
    workspaceId: string;
    timeZone: string;
    locale: string;
    accountIds: readonly string[];
    asOf: string;
    kind: TimelineKind | null;
    page: number;
    /** Whether this reader is told who gave an answer. */
    showsNames: boolean;
  },
  siteOf: (accountId: string) => AccountRef | null,
): Promise<{ entries: TimelineEntryDto[]; page: number; pages: number; total: number }> {
  const offset = (wanted.page - 1) * ENTRIES_PER_PAGE;
  const rows = await tx.$queryRaw<Row[]>(
    timelineSql({ ...wanted, limit: ENTRIES_PER_PAGE, offset }),
  );
  const total = rows[0]?.total ?? 0;
  const inbox = await answersWithPage(tx, wanted.workspaceId, rows);
  return {
    entries: rows.map((row) => toEntry(row, siteOf, inbox, wanted)),
    page: wanted.page,
    pages: Math.max(1, Math.ceil(total / ENTRIES_PER_PAGE)),
    total,
  };
}
