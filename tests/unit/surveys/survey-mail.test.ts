import { expect, test } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { NO_OPTIONS } from "@/lib/surveys/design/survey-options";
import { surveyLinks } from "@/lib/surveys/mail/survey-links";
import { surveyMail } from "@/lib/surveys/mail/survey-mail";
import { type SurveyMailInput, surveyMailLines } from "@/lib/surveys/mail/survey-mail-lines";

const env = {
  APP_URL: "https://loyal.example",
  LINK_KEYS: [{ id: "k1", key: Buffer.alloc(32, 1) }],
};
const subject = {
  workspaceId: "01900000-0000-7000-8000-000000000001",
  invitationId: "01900000-0000-7000-8000-000000000002",
};
const asked = {
  question: "nps",
  scale: "0-10",
  scope: "relationship",
  company: "Nordlys Pumper",
  touchpointName: null,
  touchpointOn: null,
  followUps: [],
  options: NO_OPTIONS,
} as const;
const SCALE = { nps: "0-10", csat: "1-5" };
const input: SurveyMailInput = {
  language: "da",
  asked,
  firstName: "Lone",
  account: "Grenaa Havn",
  sender: { name: "Mette Holm", email: "mette@nordlys.example" },
  links: surveyLinks(env, subject, 1),
};
const EVIL = `"><script>alert(1)</script>{company}'`;

function hrefs(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");
}

test("the Danish mail is the standard neutral mail, line by line", () => {
  const text = surveyMail(input).text.replace(/: https:\S+/g, "");
  expect(text).toBe(`Hej Lone

Vi stiller vores kunder ét spørgsmål om, hvordan de ser på samarbejdet med os. Det tager under et minut at svare.

Hvor sandsynligt er det, at du vil anbefale Nordlys Pumper til en kollega eller forretningsforbindelse?

${Array.from({ length: 11 }, (_, n) => `${n} af 10`).join("\n")}
0: Slet ikke sandsynligt · 10: Meget sandsynligt

Vælg et svar. Der åbnes en side, og svaret tæller, når du trykker på Send dér. Mette Holm og kolleger hos Nordlys Pumper kan se dit svar og dit navn.

Venlig hilsen
Mette Holm, Nordlys Pumper

Du får denne mail, fordi du er registreret som kontaktperson for Grenaa Havn.

Spørg mig sjældnere
Ingen flere undersøgelser
Slet mine oplysninger
Sådan bruger vi dine oplysninger
`);
});

test("in every language the lines stand in the neutral order", () => {
  for (const language of LANGUAGES) {
    const lines = surveyMailLines({ ...input, language });
    const { html } = surveyMail({ ...input, language });
    const order = [
      lines.greeting,
      lines.purpose,
      lines.question.text,
      lines.how,
      lines.whoSees,
      lines.signOff,
      lines.whyYou,
      ...lines.exits.map((exit) => exit.label),
    ];
    const places = order.map((line) => html.lastIndexOf(line));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(html).toContain(`<html lang="${language}">`);
  }
});

test("the plain text leads to the same places as the page", () => {
  const { html, text } = surveyMail(input);
  const inText = text.match(/https:\S+/g) ?? [];
  expect(new Set(inText)).toEqual(new Set(hrefs(html)));
  expect(hrefs(html).filter((href) => href.includes("/s/"))).toHaveLength(11);
});

test("names full of markup arrive as letters", () => {
  for (const question of ["nps", "csat"] as const) {
    const { html } = surveyMail({
      ...input,
      firstName: EVIL,
      account: EVIL,
      asked: { ...asked, question, scale: SCALE[question], company: EVIL },
      sender: { name: EVIL, email: null },
    });
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
  }
});

test("the reply goes to the manager, and From says who asks for whom", () => {
  const mail = surveyMail(input);
  expect(mail).toMatchObject({
    fromName: "Mette Holm, Nordlys Pumper",
    replyTo: input.sender.email,
  });
  expect(surveyMail({ ...input, senderName: "Nordlys kundeservice" })).toMatchObject({
    fromName: "Nordlys kundeservice",
    replyTo: input.sender.email,
  });
  expect(surveyMail({ ...input, senderName: "Nordlys" }).text).toContain(
    "Mette Holm, Nordlys Pumper",
  );
});

test("a company without a colleague to name is named once", () => {
  const mail = surveyMail({ ...input, sender: { name: "Nordlys Pumper", email: null } });
  expect(mail.fromName).toBe("Nordlys Pumper");
  expect(mail.text).toContain("Nordlys Pumper kan se dit svar og dit navn.");
});

test("a workspace that hides names says so", () => {
  expect(surveyMail({ ...input, hidesNames: true }).text).toContain(
    "Nordlys Pumper kan se dit svar. Jeres kontaktperson kan ikke se dit navn.",
  );
});

test("the reminder says it is one, and tells a visitor what was not sent", () => {
  const plain = surveyMail({ ...input, reminder: { sentOn: "2026-11-15", chosen: null } });
  expect(plain.subject).toBe("Påmindelse: ét spørgsmål om samarbejdet med Nordlys Pumper");
  expect(plain.text).toContain("Vi sendte dig spørgsmålet den 15. november");
  expect(plain.text).not.toContain("trykkede ikke på Send");
  const chosen = surveyMail({ ...input, reminder: { sentOn: "2026-11-15", chosen: "9" } });
  expect(chosen.text).toContain(
    "Du valgte 9, men trykkede ikke på Send, så svaret er ikke talt med.",
  );
  const unknown = surveyMail({ ...input, reminder: { sentOn: "2026-11-15", chosen: "<b>" } });
  expect(unknown.text).toBe(plain.text);
});

test("what the last answer changed stands before the question", () => {
  const { text, html } = surveyMail({ ...input, whatChanged: "Ny vagttelefon <24/7>." });
  const at = text.indexOf("Det har dit seneste svar ændret: Ny vagttelefon <24/7>.");
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(text.indexOf("Hvor sandsynligt"));
  expect(html).toContain("Ny vagttelefon &lt;24/7&gt;.");
});

test("CSat has words on every step, the worst first, and each link stands alone", () => {
  const lines = surveyMailLines({
    ...input,
    language: "en",
    asked: { ...asked, question: "csat", scale: "1-5" },
  });
  expect(lines.question.choices.map((choice) => choice.label)).toEqual([
    "Very dissatisfied",
    "Dissatisfied",
    "Neither satisfied nor dissatisfied",
    "Satisfied",
    "Very satisfied",
  ]);
  const touchpoint = {
    ...asked,
    question: "csat",
    scale: "1-5",
    scope: "touchpoint",
    touchpointName: "Service visit",
    touchpointOn: "2026-10-14",
  } as const;
  expect(surveyMailLines({ ...input, language: "en", asked: touchpoint }).question.text).toBe(
    "How satisfied were you with this: Service visit, 14 October?",
  );
});
