import { expect, test } from "vitest";
import { surveyInputSchema } from "@/lib/surveys/design/survey-input";
import {
  NO_OPTIONS,
  surveyOptionsSchema,
  toSurveyOptions,
} from "@/lib/surveys/design/survey-options";

const survey = { name: "Year", question: "nps", scope: "relationship", followUps: [] };

function problems(input: object): string[] {
  const parsed = surveyInputSchema.safeParse({ ...survey, ...input });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
}

test("what is left empty is the standard text, not an empty one", () => {
  const { texts } = surveyOptionsSchema.parse({ texts: { da: { question: "  ", subject: "" } } });
  expect(texts.da?.question).toBeUndefined();
  expect(texts.da?.subject).toBeUndefined();
});

test("a text is one paragraph, so that no line break can end a mail's header", () => {
  const { texts } = surveyOptionsSchema.parse({
    texts: { en: { subject: "One question\r\nBcc: all@customer.example" } },
  });
  expect(texts.en?.subject).toBe("One question Bcc: all@customer.example");
});

test("only names that can be filled in stand in braces", () => {
  const path = (question: string) => problems({ options: { texts: { en: { question } } } });
  expect(path("How was {touchpoint} on {date}, {company}?")).toEqual([]);
  expect(path("How was it, {firstName}?")).toEqual(["options.texts.en.question"]);
});

test("drivers stand in the order of the ladder, whatever order they came in", () => {
  const { driverItems } = surveyOptionsSchema.parse({ driverItems: ["trust", "service"] });
  expect(driverItems).toEqual(["service", "trust"]);
});

test("options that cannot be read are the defaults, never a mail that fails", () => {
  expect(toSurveyOptions({ texts: "?" })).toEqual(NO_OPTIONS);
  expect(toSurveyOptions(null)).toEqual(NO_OPTIONS);
  expect(toSurveyOptions({})).toEqual(NO_OPTIONS);
});

test("a question is asked on one of its own scales, the usual one where none is said", () => {
  expect(surveyInputSchema.parse(survey).scale).toBe("0-10");
  expect(surveyInputSchema.parse({ ...survey, question: "csat", scale: "1-4" }).scale).toBe("1-4");
  expect(problems({ scale: "1-5" })).toEqual(["scale"]);
  expect(problems({ question: "csat", scale: "1-7" })).toEqual(["scale"]);
});

test("a question of one's own needs its words and one label a step in at least one language", () => {
  const own = (labels: string[]) => ({
    question: "custom",
    scale: "1-2",
    options: { texts: { fi: { question: "Onko hinta sopiva?", labels } } },
  });
  expect(problems(own(["Ei", "Kyllä"]))).toEqual([]);
  expect(problems(own(["Ei"]))).toEqual(["options"]);
  expect(problems(own(["Ei", ""]))).toEqual(["options"]);
  expect(problems({ question: "custom", scale: "1-2" })).toEqual(["options"]);
});

test("an episode is asked about with satisfaction, ease or an own question, and has a name", () => {
  const touchpoint = { scope: "touchpoint", touchpointName: "Delivery" };
  expect(problems({ ...touchpoint, question: "csat" })).toEqual([]);
  expect(problems({ ...touchpoint, question: "ease" })).toEqual([]);
  expect(problems(touchpoint)).toEqual(["question"]);
  expect(problems({ ...touchpoint, question: "switching" })).toEqual(["question"]);
  expect(problems({ scope: "touchpoint", question: "csat" })).toEqual(["touchpointName"]);
});
