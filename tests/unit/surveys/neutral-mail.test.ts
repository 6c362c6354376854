import { describe, expect, test } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { NO_OPTIONS } from "@/lib/surveys/design/survey-options";
import { neutralMailProblems } from "@/lib/surveys/mail/neutral-check";
import { neutralTextProblems } from "@/lib/surveys/mail/neutral-texts";
import { neutralProblem } from "@/lib/surveys/mail/neutral-words";
import { surveyMail } from "@/lib/surveys/mail/survey-mail";
import { type SurveyMailInput, surveyMailLines } from "@/lib/surveys/mail/survey-mail-lines";
import { SAMPLE_ASKED, SAMPLE_MAIL, SAMPLE_QUESTIONS, sampleMails } from "./mail-samples";

function problemsOf(input: SurveyMailInput, change = (html: string) => html): string[] {
  const mail = surveyMail(input);
  const changed = { ...mail, html: change(mail.html) };
  return neutralMailProblems(changed, surveyMailLines(input), input.asked);
}

test("every standard mail in every language is neutral, also the reminder", () => {
  for (const { input } of sampleMails()) {
    expect(problemsOf({ ...input, whatChanged: null })).toEqual([]);
  }
});

test("names and addresses of any kind do not make a mail less neutral", () => {
  const company = `Bedre & "Førende" <Pumper>`;
  const asked = { ...SAMPLE_ASKED, company };
  expect(problemsOf({ ...SAMPLE_MAIL, asked, account: "Value A/S" })).toEqual([]);
  expect(
    problemsOf({ ...SAMPLE_MAIL, privacyUrl: "https://nordlys.example/privacy?a=1&b=2" }),
  ).toEqual([]);
});

test("a line more than the standard ones is refused", () => {
  expect(problemsOf({ ...SAMPLE_MAIL, whatChanged: "We answer at night." })).toEqual([
    "a line that is not neutral",
  ]);
  const slogan = (html: string) => html.replace("</body>", "<p>Pumps for life</p></body>");
  expect(problemsOf(SAMPLE_MAIL, slogan)).toEqual(["a line that is not neutral"]);
});

test("lines in another order are refused", () => {
  const turned = (html: string) =>
    html.replace(/(<p[^>]*>Hej Lone<\/p>)([\s\S]*)<\/body>/, "$2$1</body>");
  expect(problemsOf(SAMPLE_MAIL, turned)).toEqual(["a line that is not neutral"]);
});

test("pictures, foreign links and foreign colours are refused", () => {
  const put = (what: string) => (html: string) => html.replace("</body>", `${what}</body>`);
  expect(problemsOf(SAMPLE_MAIL, put('<img src="https://x.example/logo.png">'))).toContain(
    "a picture or other foreign markup",
  );
  expect(problemsOf(SAMPLE_MAIL, put('<a href="https://nordlys.example/shop"> </a>'))).toEqual([
    "a foreign link",
  ]);
  expect(problemsOf(SAMPLE_MAIL, put('<table bgcolor="#0d5c4f"></table>'))).toEqual([
    "a foreign colour",
  ]);
});

describe("a survey's own words", () => {
  const WORDS: Record<string, string[]> = {
    en: ["even better", "We value your view", "important to us", "proud", "the leading supplier"],
    da: ["endnu bedre", "Vi værdsætter dit svar", "vigtig for os", "stolte", "førende"],
    sv: ["ännu bättre", "Vi värdesätter", "viktig för oss", "stolta", "ledande"],
    nb: ["enda bedre", "Vi setter pris på deg", "viktig for oss", "ledende"],
    fi: ["entistä parempi", "arvostamme sinua", "tärkeä meille", "johtava", "ylpeitä"],
  };

  test("may not praise, in any of the five languages", () => {
    for (const text of Object.values(WORDS).flat()) expect(neutralProblem(text)?.kind).toBe("word");
  });

  test("may not offer, nor link anywhere", () => {
    for (const text of [
      "Win a prize",
      "20 % discount",
      "Vind en gave",
      "10 % rabatt",
      "Voita lahja",
    ]) {
      expect(neutralProblem(text)?.kind).toBe("word");
    }
    for (const text of [
      "See https://x.example",
      "www.nordlys.dk",
      "nordlys.com now",
      "Nordlys.fi",
    ]) {
      expect(neutralProblem(text)?.kind).toBe("link");
    }
  });

  test("may ask plainly; a word inside another is no such word", () => {
    for (const text of [
      "How satisfied are you with the delivery of {company}?",
      "Hvor nemt var det at få en tekniker, {touchpoint}?",
      "Revaluering af aftalen",
      "A window to the harbour",
    ]) {
      expect(neutralProblem(text)).toBeNull();
    }
  });

  test("are refused where they stand in the mail, each with its place", () => {
    const options = {
      ...NO_OPTIONS,
      texts: {
        da: { subject: "Bliv endnu bedre med os", thanks: "Vi værdsætter dit svar" },
        en: { purpose: "A question." },
      },
    };
    expect(neutralTextProblems(options)).toEqual([
      { kind: "word", found: "bedre", language: "da", field: "subject" },
    ]);
    const asked = { ...SAMPLE_ASKED, options };
    expect(problemsOf({ ...SAMPLE_MAIL, asked })).toEqual(["“bedre” in the survey's own words"]);
    expect(problemsOf({ ...SAMPLE_MAIL, asked, language: "en" })).toEqual([]);
  });
});

test("no standard wording of any question uses a forbidden word but the answers that need one", () => {
  const free = SAMPLE_QUESTIONS.filter((asked) => asked.question !== "relative_advantage");
  for (const language of LANGUAGES) {
    for (const asked of free) {
      const { subject, purpose, how, question } = surveyMailLines({
        ...SAMPLE_MAIL,
        language,
        asked,
      });
      expect(neutralProblem([subject, purpose, how, question.text].join(" "))).toBeNull();
    }
  }
});
