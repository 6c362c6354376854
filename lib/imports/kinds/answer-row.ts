import { derivedId } from "./derived-id";
import * as read from "./row";

export type AnswerRow = {
  externalId: string;
  /** What an answer without an id was known by before people could answer twice a day; not of later likes. */
  formerId: string | null;
  /** What one of somebody without an id is known by that was mended and would take the place of one alike. */
  placeId: string | null;
  /** Its place in the file it was rejected from, of such a one that was mended. */
  mendedPlace: number | null;
  email: string | null;
  accountExternalId: string | null;
  survey: string | null;
  question: "nps" | "csat" | "ease";
  scale: string;
  score: number;
  comment: string | null;
  answeredOn: string;
};

const QUESTIONS = {
  nps: ["nps", "net promoter score", "recommend", "likelihood to recommend"],
  csat: [
    "csat",
    "satisfaction",
    "customer satisfaction",
    "tilfredshed",
    "nöjdhet",
    "tilfredshet",
    "tyytyväisyys",
    "smileys",
    "stars_five",
  ],
  ease: ["ease", "ces", "effort", "customer effort score", "lethed", "enkelhet", "helppous"],
} as const;
const SCALE_TOPS: Record<AnswerRow["question"], readonly number[]> = {
  nps: [10],
  csat: [5, 3, 4, 7],
  ease: [5],
};
const MAX_COMMENT = 10_000;

function scaleOf(row: read.Row, question: AnswerRow["question"]): { low: number; high: number } {
  const tops = SCALE_TOPS[question];
  const said = read.whole(row, "scaleTop", 1, 10) ?? tops[0] ?? 10;
  if (!tops.includes(said)) read.problem(row, "scaleTop", "fits no scale of this question.");
  return { low: question === "nps" ? 0 : 1, high: said };
}

/** Lists of a survey hold everybody who was asked: who neither scored nor wrote has not answered. */
function passOverSilent(row: read.Row): void {
  if (!read.has(row, "score") || read.isFilled(row, "score") || read.isFilled(row, "comment"))
    return;
  read.passOver(row, "score", "notAnswered", "is empty; every row needs it.");
}

/** One answer a person and day, as it is written; of nobody named by its place, which a mended file does not keep. */
function formerId(row: read.Row, answer: Pick<AnswerRow, "email" | "survey" | "question">) {
  const { email, survey, question } = answer;
  const isMended = row.form.place >= 0;
  if (row.before > 0 || read.isFilled(row, "externalId") || (email === null && isMended))
    return null;
  const place = email === null ? row.rowNumber : null;
  return derivedId(null, [email, place, survey, question, read.dayWritten(row, "answeredOn")]);
}

export function parseAnswer(row: read.Row): AnswerRow {
  passOverSilent(row);
  const question = read.choice(row, "question", QUESTIONS) ?? "nps";
  const { low, high } = scaleOf(row, question);
  const email = read.email(row, "email");
  const survey = read.text(row, "survey", 120);
  const score = read.required(row, "score", read.whole(row, "score", low, high), 0);
  const answeredOn = read.required(row, "answeredOn", read.pastDate(row, "answeredOn"), "");
  const comment = read.text(row, "comment", MAX_COMMENT);
  const id = read.text(row, "externalId", 200);
  const accountExternalId = read.text(row, "accountExternalId", 200);
  // Nobody may have said the same as many others that day: the row's place tells them apart.
  const who = email ?? accountExternalId ?? read.placeOf(row);
  const said = [who, survey, question, answeredOn, score];
  const isAlike = id === null && (email ?? accountExternalId) !== null;
  const isMended = isAlike && row.form.place >= 0;
  const same = row.before === 0 || isMended ? [] : [row.before];
  return {
    externalId: derivedId(id, [...said, ...same]),
    placeId: isAlike ? derivedId(null, [...said, "row", read.placeOf(row)]) : null,
    mendedPlace: isMended ? read.placeOf(row) : null,
    formerId: formerId(row, { email, survey, question }),
    email,
    accountExternalId,
    survey,
    question,
    scale: `${low}-${high}`,
    score,
    comment,
    answeredOn,
  };
}

/** Who said what when, of an answer without an id: people answer twice a day, and lists hold both. */
export function answerWithoutId(row: read.Row): string | null {
  if (read.isFilled(row, "externalId")) return null;
  const who = read.text(row, "email") ?? read.text(row, "accountExternalId");
  if (who === null) return null;
  const said = ["survey", "question", "score"].map((field) => read.text(row, field));
  return [who, read.date(row, "answeredOn"), ...said].join("\n").toLowerCase();
}
