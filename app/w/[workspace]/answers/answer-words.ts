import type { BadgeTone } from "@/components/ui/badge";
import type { AnswerNeed } from "@/lib/surveys/inbox/answer-needs";
import type { InboxDays, InboxShow } from "@/lib/surveys/inbox/inbox-filter";
import type { ReplyRefusal } from "@/lib/surveys/inbox/reply-refusal";

/** Short, beside an answer in the list. */
export const NEED_BADGES: Record<AnswerNeed, { word: string; tone: BadgeTone }> = {
  contact_me: { word: "asks to be contacted", tone: "accent" },
  complaint: { word: "complains", tone: "danger" },
  decision_maker_below: { word: "decides, not convinced", tone: "warning" },
  fell_below: { word: "fell below the line", tone: "warning" },
};

export const SHOW_CHOICES: Record<InboxShow, string> = {
  all: "Everything",
  needs: "Needs somebody",
  below: "Below the line",
  comment: "With a comment",
  below_comment: "Below the line, in words",
  contact: "Asks to be contacted",
};

export const DAYS_CHOICES: Record<InboxDays, string> = {
  "7": "7 days",
  "30": "30 days",
  "90": "90 days",
  "365": "A year",
  all: "Since ever",
};

export const STATE_CHOICES = { all: "Open and handled", open: "Open", handled: "Handled" };
export const WHOSE_CHOICES = { mine: "Mine", all: "Everybody's" };

export const REFUSAL_WORDS: Record<ReplyRefusal, string> = {
  nobody: "Nobody's name stands with this answer: it came through a link that is nobody's own.",
  hidden:
    "People here were promised that account managers do not see their names. An admin can write.",
  erased: "This person asked to be erased, or is archived.",
  left: "This person has left the company.",
  no_email: "No e-mail address is known.",
  opted_out: "This person wants no mails about surveys. Call instead.",
  suppressed: "Mails to this address are refused or come back.",
};

export const WORDS = {
  title: "Answers",
  parts: "What people said, as they said it. Only answers a person confirmed are here.",
  held: "Held answers",
  filterWhose: "Whose",
  filterShow: "Show",
  filterState: "State",
  filterSurvey: "Survey",
  filterDays: "In the last",
  everySurvey: "All",
  search: "Search in comments",
  noneTitle: "No answer yet",
  none: "Answers appear here a moment after somebody presses Send.",
  askPeople: "Ask people",
  nothingTitle: "No answer fits",
  nothing: "Take a filter away, or look further back.",
  showEverything: "Show everything",
  older: "Older answers",
  newest: "Back to the newest",
  hiddenName: "Name kept back",
  noName: "Somebody without a name",
  anonymous: "Nobody in particular",
  noAccount: "No account",
  ayear: "a year",
  decides: "decides",
  owner: "owner",
  noOwner: "no owner",
  handled: "Handled",
  handledBy: "by",
  open: "Open the answer",
  alsoSaid: "Also answered",
  handleTitle: "What was done",
  handleNote: "The note stays with us. What changed is told to the person in the next mail.",
  note: "Note",
  whatChanged: "What changed",
  whatChangedHint: "One sentence, in the person's language. Neutral mails leave it out.",
  markHandled: "Mark as handled",
  saveHandled: "Save",
  reopen: "Open again",
  saved: "Saved.",
  replyTitle: "Reply by mail",
  replyNote: "Plain text. The answer comes to your own address, and the mail is logged.",
  subject: "Subject",
  body: "Message",
  send: "Send the mail",
  sent: "On its way. It stands in the account's timeline.",
  answerOf: "Answer from",
} as const;
