import type { MailContent } from "@/lib/mail/compose-message";
import { MAIL_COLOURS } from "@/lib/mail/mail-frame";
import type { AskedQuestion } from "../design/survey-question";
import { neutralTextProblems } from "./neutral-texts";
import type { SurveyMailLines } from "./survey-mail-lines";

const FOREIGN_MARKUP =
  /<(?:img|picture|svg|video|audio|object|iframe|script|link|form|button)\b|url\(|background=/i;
const OUR_COLOURS: readonly string[] = Object.values(MAIL_COLOURS);

/** What a reader sees of the page, in one line. */
function visibleText(markup: string): string {
  const entities: Record<string, string> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&nbsp;": " ",
  };
  return markup
    .replace(/^[\s\S]*<body/, "<body")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The lines a neutral mail has, in the only order they may have. */
function allowedText(lines: SurveyMailLines): string {
  const { choices, ends } = lines.question;
  const steps = [...choices.filter((c) => !c.isAside), ...choices.filter((c) => c.isAside)];
  return oneLine(
    [
      lines.greeting,
      ...lines.reminder,
      lines.purpose,
      lines.question.text,
      ...steps.map((choice) => choice.label),
      ...(ends ? [`0: ${ends.low}`, `10: ${ends.high}`] : []),
      `${lines.how} ${lines.whoSees}`,
      lines.signOff,
      lines.signature,
      lines.whyYou,
      ...lines.exits.map((exit) => exit.label),
    ].join(" "),
  );
}

function linksIn({ html, text }: MailContent): string[] {
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
  const bare = [...text.matchAll(/https?:\S+/g)].map((match) => match[0]);
  return [...hrefs.map((href) => href.replaceAll("&amp;", "&")), ...bare];
}

function allowedLinks(lines: SurveyMailLines): Set<string> {
  const choices = lines.question.choices.map((choice) => lines.links.choice(choice.value));
  return new Set([...choices, ...lines.exits.map((exit) => exit.url)]);
}

/**
 * Looks at a mail as it would go out: exactly the lines of the neutral mail in their order, no picture,
 * no colour but ours, no link but answers, exits and privacy, no praise in the survey's own words.
 * @returns what is wrong, in words for the log; empty: it may go.
 */
export function neutralMailProblems(
  mail: MailContent,
  lines: SurveyMailLines,
  asked: AskedQuestion,
): string[] {
  const problems: string[] = [];
  if (FOREIGN_MARKUP.test(mail.html)) problems.push("a picture or other foreign markup");
  const colours = mail.html.replace(/<style>[\s\S]*<\/style>/, "").match(/#[0-9a-f]{6}\b/gi) ?? [];
  if (colours.some((colour) => !OUR_COLOURS.includes(colour))) problems.push("a foreign colour");
  if (visibleText(mail.html) !== allowedText(lines)) problems.push("a line that is not neutral");
  const allowed = allowedLinks(lines);
  if (linksIn(mail).some((link) => !allowed.has(link))) problems.push("a foreign link");
  for (const { language, found } of neutralTextProblems(asked.options)) {
    if (language === lines.language) problems.push(`“${found}” in the survey's own words`);
  }
  return problems;
}
