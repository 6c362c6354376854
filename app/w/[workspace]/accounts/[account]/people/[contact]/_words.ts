import type { ConsentPurpose, ConsentState } from "@/lib/consent/consent-rows";
import type { MailStop } from "@/lib/consent/get-person-rights";

export const PURPOSE_WORDS: Record<ConsentPurpose, { name: string; about: string }> = {
  survey: { name: "Surveys", about: "questions about working with us" },
  marketing: { name: "Marketing", about: "newsletters and offers" },
  reward: { name: "Rewards", about: "a programme with points or gifts" },
};

export const STATE_WORDS: Record<ConsentState, string> = {
  granted: "Yes",
  declined: "No",
  withdrawn: "No, withdrawn",
  unset: "Refusal taken back",
};

export const STOP_WORDS: Record<MailStop, string> = {
  hard_bounce: "The mailbox does not exist any more, as the mail server said.",
  complaint: "A mail of ours was marked as spam. Nothing is sent to this address any more.",
  opt_out: "No more surveys, as the person chose.",
  erasure: "The person asked to be erased. Nothing is sent to this address any more.",
};

export const WORDS = {
  consent: "Consent",
  consentNote: "Each purpose for itself; none is a condition for another.",
  purpose: "Purpose",
  now: "Now",
  nothing: "Nothing recorded",
  since: (day: string) => `since ${day}`,
  history: "All that was said",
  historyNote: "Rows are added, never changed.",
  day: "Day",
  wording: "In these words",
  where: "Where",
  noWords: "no words recorded",
  stops: "Mail to this person",
  noStops: "Nothing stops mail to this address.",
  noEmail: "No e-mail address is on file.",
  lessOften: "Asked at most once every six months, as the person wishes.",
  lift: "Write to this address again",
  liftQuestion: "Does the mailbox work again?",
  liftMeaning: "Surveys may be sent there again. If it bounces once more, it is stopped once more.",
  record: "Record what was said",
  recordNote:
    "By phone, on paper or at a meeting. What people press in a mail is recorded by itself.",
  about: "About",
  said: "The person said",
  yes: "Yes",
  no: "No",
  takenBack: "No longer; takes an earlier yes back",
  wordingHint: "What the person was told and agreed to. Needed for a yes.",
  source: "Where it was said",
  sourceHint: "Phone, meeting, order form, date of the letter",
  on: "On",
  save: "Record it",
  saving: "Recording",
  saved: "Recorded.",
  erase: "Erase this person",
  eraseNote:
    "At once, where somebody asked by phone or letter. In mails people can ask themselves.",
  eraseQuestion: (name: string) => `Erase ${name} now?`,
  eraseMeaning:
    "Name, address, title, comments, visits and notes about this person are deleted everywhere, the scores stay without a name. A last mail tells the person. This cannot be undone.",
  erasePlanned: (day: string) =>
    `This person asked to be erased. It is done on ${day} unless the person takes it back.`,
  erased: "This person has been erased.",
  erasedMeaning:
    "The scores stay without a name. What was said about consent stays as the proof of it.",
  title: "Consent and details",
};
