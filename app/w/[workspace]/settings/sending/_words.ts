import type { QueueState, SendingDto } from "@/lib/surveys/mail/sending.types";
import type { SendingMode } from "@/lib/workspaces/asking-settings";

export const QUEUE_WORDS: Record<QueueState, { name: string; about: string }> = {
  pending: { name: "Waiting", about: "due now or later" },
  paused: { name: "Resting", about: "with their wave" },
  claimed: { name: "Being written", about: "a worker has them" },
  handed: { name: "On their way", about: "given to the mail server" },
  uncertain: { name: "Uncertain", about: "nobody knows; see below" },
  sent: { name: "Sent", about: "taken by the mail server" },
  bounced: { name: "Bounced", about: "no such mailbox, or refused" },
  failed: { name: "Failed", about: "given up" },
  suppressed: { name: "Stopped", about: "the person or address said no" },
  skipped: { name: "Skipped", about: "by a rule, with its reason on the wave" },
};

export const KIND_WORDS: Record<string, string> = {
  survey: "survey",
  survey_reminder: "reminder",
  survey_test: "test mail",
  receipt: "receipt of an answer",
  erasure_receipt: "receipt of an erasure",
  alert: "alert",
  digest: "digest",
  password_reset: "new password",
  member_invitation: "invitation of a member",
};

export const MODE_WORDS: Record<SendingMode, { name: string; hint: string }> = {
  normal: {
    name: "Normal",
    hint: "The standard mail, with a line on what the person's last answer changed.",
  },
  neutral: {
    name: "Neutral",
    hint: "Exactly the standard lines: no praise, no offer, no link but answers and exits. Checked before each mail. In Denmark such a mail needs no consent (Consumer Ombudsman 16/06125 and 10/09158).",
  },
  opt_in_first: {
    name: "Only with consent",
    hint: "Only people whose consent to surveys is recorded are asked.",
  },
};

const COUNTRY_NAMES: Record<string, string> = {
  DK: "Denmark",
  FI: "Finland",
  IS: "Iceland",
  NO: "Norway",
  SE: "Sweden",
};
export const USUAL_COUNTRIES = Object.keys(COUNTRY_NAMES);

export function countryName(code: string): string {
  return COUNTRY_NAMES[code] ?? code;
}

export function waitWords(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

function problemsOf(survey: SendingDto["notNeutral"][number]): string {
  return survey.problems
    .map(({ language, field, found }) => `“${found}” in the ${field} (${language})`)
    .join(", ");
}

export const WORDS = {
  title: "Sending",
  adminsOnly: "Admins of the workspace see what is sent and decide how.",
  held: "Sending rests: this database was restored from a copy.",
  heldMeaning:
    "Mail that waited in the copy may have gone out since. The operator ends or keeps it with npm run after-restore; the operator's guide says how.",
  queue: "Mails",
  queueNote: "All that are open, and those of the last 30 days.",
  empty: "No mail yet.",
  oldest: (wait: string) => `The mail due longest has waited ${wait}.`,
  nothingDue: "Nothing is due.",
  problem: (mails: number, reason: string) =>
    mails === 1
      ? `1 mail is tried again; the mail server said ${reason}.`
      : `${mails} mails are tried again; the mail server said ${reason}.`,
  uncertain: (count: number) =>
    count === 1 ? "1 mail is uncertain" : `${count} mails are uncertain`,
  uncertainNote:
    "They were handed to the mail server when the worker stopped, so they may or may not have been sent. The mail server's log knows them by their Message-ID.",
  for: "For",
  kind: "Mail",
  handed: "Handed over",
  message: "Message-ID",
  settle: "What became of it",
  arrived: "It arrived",
  again: "Send it again",
  noAgain: "Ask for a new one where it came from",
  nobody: "no name",
  reports: "Bounces and complaints by week",
  reportsNote: "As mail servers and mailboxes told; a complaint is a mail marked as spam.",
  week: "Week from",
  sent: "Sent",
  bounces: "Bounced",
  soft: "Delayed",
  complaints: "Complaints",
  noReports:
    "Reports that come later than the mail server's first answer are not taken in: MAIL_EVENTS_SECRET is not set.",
  resting: "Waves that rest",
  restingNote: "They paused by themselves. Open one to see why and to let it go on.",
  waiting: (count: number) => (count === 1 ? "1 mail waits" : `${count} mails wait`),
  installation: "This installation",
  dkim: ["Mails are signed (DKIM).", "Mails are not signed here; the mail server may do it."],
  bounce: [
    "Undeliverable mails come back to an address of their own.",
    "Undeliverable mails come back to the sender's mailbox; somebody has to read it.",
  ],
  takes: ["Bounces and complaints are taken in.", "Bounces and complaints are not taken in."],
  mails: "How mails are sent",
  mailsNote: "It holds from today on for every mail that is not sent yet; kept with its reason.",
  mode: "Manner",
  byCountry: "Other manners by country",
  byCountryHint: "Of the account; where none is known, of the workspace.",
  asElsewhere: "As elsewhere",
  otherCountry: "Another country",
  otherCountryHint: "Two letters, such as DE",
  senderName: "Name of the sender",
  senderNameHint:
    "Empty: the account manager and the company. Replies go to the manager either way.",
  privacyUrl: "Page on how you use details",
  privacyUrlHint:
    "https://… Empty: our own page says who reads the answer and why the person was asked.",
  hidesNames: "Keep names from account managers",
  hidesNamesHint: "Mail and page then say so. Admins still see names.",
  sendsReceipt: "Send a receipt of each answer",
  sendsReceiptHint: "“You answered 9. If that is wrong, you can change it.”",
  pause: "A wave rests by itself",
  bounceShare: "at so many percent bounces",
  complaintShare: "at so many percent complaints",
  fromSends: "from so many mails on",
  reason: "Why you change it",
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  notNeutral: "These surveys are not neutral",
  notNeutralNote:
    "Where the manner is neutral, their mails are skipped until their own words are changed.",
  problemsOf,
  retention: "How long things are kept",
  retentionNote: "What is older goes every night. No figure changes.",
  visitDays: "Days visits are kept after a survey closed",
  visitDaysHint: "Then only that the link was opened stays.",
  mailDays: "Days a mail's address is kept after it was sent",
  logDays: "Days reports of mail servers are kept",
  importDays: "Days uploaded files and refused rows are kept",
};
