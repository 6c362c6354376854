import { formatCount } from "@/lib/format/count";

export const WORDS = {
  title: "Planned asks",
  parts: "Who will be written to, and when. Whether each may be asked is looked at once more then.",
  mine: "My accounts",
  all: "All accounts",
  views: "Whose accounts",
  calendar: "What goes out",
  empty: "Nothing is planned",
  emptyMine:
    "No survey waits to be sent to your accounts in the next four weeks. Programs plan ahead; waves go out as soon as they may.",
  emptyAll: "No survey waits to be sent in the next four weeks.",
  day: "Day",
  person: "Person",
  account: "Account",
  owner: "Owner",
  survey: "Survey",
  program: "Program",
  wave: "a wave",
  reminder: "reminder",
  action: "Action",
  veto: "Do not ask",
  vetoTitle: "Not ask this person now?",
  vetoText: "The mail is not sent. Who said no, and why, stays with the ask.",
  reason: "Why",
  more: "The first 500 are listed.",
} as const;

export function dayWords({ asks, reminders }: { asks: number; reminders: number }): string {
  const parts = [
    asks > 0 ? formatCount(asks, "ask", "asks") : null,
    reminders > 0 ? formatCount(reminders, "reminder", "reminders") : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
