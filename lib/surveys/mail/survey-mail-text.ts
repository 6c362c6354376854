import type { SurveyMailLines } from "./survey-mail-lines";

/** The plain-text part: the same lines, the same links. */
export function surveyMailText(lines: SurveyMailLines): string {
  const { question } = lines;
  const choices = question.choices.map(
    (choice) => `${choice.aloud}: ${lines.links.choice(choice.value)}`,
  );
  const ends = question.ends ? [`0: ${question.ends.low} · 10: ${question.ends.high}`] : [];
  const paragraphs = [
    lines.greeting,
    ...lines.reminder,
    ...(lines.news === null ? [] : [lines.news]),
    lines.purpose,
    question.text,
    [...choices, ...ends].join("\n"),
    `${lines.how} ${lines.whoSees}`,
    `${lines.signOff}\n${lines.signature}`,
    lines.whyYou,
    lines.exits.map((exit) => `${exit.label}: ${exit.url}`).join("\n"),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}
