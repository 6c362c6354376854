import { formatCount } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import type { DoorSummary } from "@/lib/surveys/doors/door.types";

// Every word of the screens about doors, in one place.

export const KIND_WORDS: Record<DoorSummary["kind"], { name: string; hint: string }> = {
  link: {
    name: "Link or QR code",
    hint: "On a delivery note, a web page, a poster. Anybody who finds it can answer.",
  },
  kiosk: {
    name: "Kiosk",
    hint: "On a tablet at the counter. After each answer it begins anew by itself.",
  },
  signature: {
    name: "Signature",
    hint: "In a colleague's own mails: the answers as links, for the signature or a template.",
  },
};

export const DOOR_WORDS = {
  title: "Doors",
  note: "Ways to the same page without a mail of ours. Nobody is named; answers count by themselves.",
  create: "New door",
  empty: "No door yet: only people who get a mail can answer.",
  open: "open",
  closed: "closed",
  columns: {
    name: "Door",
    kind: "Kind",
    for: "For",
    came: "Presses",
    answered: "Counted",
    last: "Last",
  },
  newTitle: "New door",
  newParts: "A way to the survey's page for people you have no address of.",
  name: "Name",
  nameHint: "For you: where it hangs, who uses it.",
  kind: "What kind",
  account: "Account",
  accountHint:
    "Only where everybody who comes through belongs to one customer; else the answers enter no account's figures.",
  noAccount: "Nobody in particular",
  employee: "Whose signature",
  employeeHint: "For a signature.",
  noEmployee: "Nobody",
  make: "Make the door",
  making: "Making…",
  cancel: "Cancel",
  link: "The link",
  linkNote: "The same for everybody. Opening it stores nothing; sending an answer does.",
  openIt: "Open it",
  code: "QR code",
  codeNote: "Leads to the same link. Print it at least 2.5 cm wide.",
  codeAlt: (name: string) => `QR code to the door “${name}”`,
  download: "Download as SVG",
  kiosk: "At the kiosk",
  kioskNote:
    "Open the link in the tablet's browser in full screen. It begins anew 8 seconds after the end, and after 60 seconds without a hand.",
  snippet: "For mails of your own",
  snippetNote:
    "Paste it into the signature or a template. Each answer is a link; the page asks to confirm it, because mail security opens links by itself.",
  language: "Language",
  show: "Show",
  html: "HTML",
  text: "Plain text",
  shown: "As it looks",
  copy: "Copy",
  copied: "Copied",
  close: "Close the door",
  closeQuestion: (name: string) => `Close “${name}”?`,
  closeNote: "The link then says that the survey has closed. It cannot be opened again.",
  isClosed: "Closed: whoever opens the link reads that the survey has closed.",
} as const;

export function forWords({ account, employee }: DoorSummary): string {
  return [employee?.name, account?.name].filter(Boolean).join(", ") || "everybody";
}

/** "12 presses, 11 counted, last on 22 Nov" */
export function countWords(door: DoorSummary, locale: string, asOf: string): string {
  if (door.came === 0) return "Nobody has come through yet.";
  const presses = formatCount(door.came, "press", "presses", locale);
  const last = door.lastOn ? `, last on ${formatDay(door.lastOn, locale, asOf)}` : "";
  return `${presses}, ${door.answered} counted${last}.`;
}
