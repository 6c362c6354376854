import { describe, expect, test } from "vitest";
import { personWords } from "@/app/w/[workspace]/answers/answer-words";
import {
  evidenceWords,
  figureWords,
  gaveWords,
  heldByReason,
} from "@/app/w/[workspace]/answers/held/_words";
import { dayWords } from "@/app/w/[workspace]/asks/asks-words";
import { whenWords } from "@/app/w/[workspace]/programs/program-words";
import {
  headlineWords,
  noteWords,
  restWords,
  roleWords,
  troubleWords,
} from "@/app/w/[workspace]/waves/wave-words";
import type { BothWaysDto } from "@/lib/surveys/answers/build-both-ways";
import type { HeldAnswer } from "@/lib/surveys/answers/review.types";

const counts = {
  asked: 5,
  delivered: 4,
  visited: 3,
  visitedOnly: 1,
  answered: 1,
  held: 0,
  waiting: 1,
  uncertain: 0,
  notDelivered: 0,
  skipped: 1200,
};

describe("a wave", () => {
  test("says how many of those asked have answered, in the number of each", () => {
    expect(headlineWords(counts, "en")).toBe("1 of 5 people asked has answered");
    expect(headlineWords({ ...counts, asked: 1 }, "en")).toBe("1 of 1 person asked has answered");
    expect(headlineWords({ ...counts, answered: 2 }, "en")).toBe(
      "2 of 5 people asked have answered",
    );
    expect(headlineWords({ ...counts, asked: 0 }, "en")).toBe("Nobody was asked.");
    expect(headlineWords(counts, "sv")).toBe("1 av 5 tillfrågade har svarat");
    expect(headlineWords(counts, "fi")).toBe("1/5 kysytystä on vastannut");
  });

  test("says what became of the rest, and only what there is", () => {
    expect(restWords(counts, "en")).toBe(
      "1 waiting to be sent, 1 visited but did not send and 1,200 skipped.",
    );
    expect(restWords(counts, "nb").replace(/\s/g, " ")).toBe(
      "1 venter på å bli sendt, 1 besøkte siden, men sendte ikke og 1 200 hoppet over.",
    );
    expect(restWords({ ...counts, waiting: 0, visitedOnly: 0, skipped: 0 }, "en")).toBe("");
  });

  test("tells why beside a person", () => {
    expect(noteWords({ kind: "skipped", reason: "left" }, "en")).toBe("left the company");
    expect(noteWords({ kind: "held", reason: "staff" }, "sv")).toBe("besvarat av en medarbetare");
    expect(noteWords({ kind: "refused", reason: "550" }, "da")).toBe(
      "mailserveren afviste den (550)",
    );
    expect(noteWords({ kind: "refused", reason: null }, "en")).toBe("the mail server refused it");
  });

  test("that rests says why", () => {
    const trouble = { kind: "complaints", count: 1, sends: 1200 } as const;
    expect(troubleWords(trouble, "en")).toBe(
      "1 of 1,200 mails was marked as spam by its recipient.",
    );
    expect(troubleWords({ ...trouble, kind: "bounces", count: 90 }, "da")).toBe(
      "90 af 1.200 mails kunne ikke leveres.",
    );
  });

  test("names a role, and says where none is known", () => {
    expect(roleWords("decision_maker", "nb")).toBe("beslutningstaker");
    expect(roleWords(null, "en")).toBe("role not known");
    expect(roleWords("janitor", "en")).toBe("role not known");
  });
});

test("a program says when it asks, in the order of the language", () => {
  const of = (event: "order" | "renewal", days: number) => ({
    kind: "triggered" as const,
    trigger: { event, days },
  });
  expect(whenWords({ kind: "drip", trigger: null }, "en")).toBe(
    "every quarter, each account in its own week",
  );
  expect(whenWords(of("order", 3), "en")).toBe("3 days after an order");
  expect(whenWords(of("order", 0), "en")).toBe("on the day of an order");
  expect(whenWords(of("renewal", 1), "sv")).toBe("1 dag före beslutsdatumet");
  expect(whenWords(of("order", 3), "fi")).toBe("3 päivää tilauksen jälkeen");
});

test("a day's asks and reminders are counted, each only where there is one", () => {
  expect(dayWords({ asks: 1, reminders: 2 }, "en")).toBe("1 ask, 2 reminders");
  expect(dayWords({ asks: 3, reminders: 0 }, "sv")).toBe("3 frågor");
  expect(dayWords({ asks: 0, reminders: 1 }, "nb")).toBe("1 påminnelse");
});

test("a person without a name is told from one whose name is kept back", () => {
  const person = { name: null, isHidden: true, role: "user" };
  expect(personWords(person, "en")).toBe("Name kept back, user");
  expect(personWords({ ...person, isHidden: false, role: null }, "nb")).toBe("Noen uten navn");
  expect(personWords(null, "sv")).toBe("Ingen särskild");
});

describe("held answers", () => {
  const answer: HeldAnswer = {
    responseId: "1",
    class: "held",
    reason: "scanner",
    answer: "7",
    answeredAt: "2026-11-22T10:00:01.500Z",
    evidence: { isTrusted: false, afterHandOver: 150, linksOpened: 11, skipped: [] },
    comment: null,
    decision: null,
  };
  const earlier = { ...answer, answer: "0", answeredAt: "2026-11-22T10:00:00.000Z" };

  test("are one line with the first answer first", () => {
    expect(gaveWords([answer, earlier], "en")).toBe("2 answers within 2 seconds: 0, 7.");
    expect(gaveWords([answer, earlier], "fi")).toBe("2 vastausta 2 sekunnin sisällä: 0, 7.");
  });

  test("say what was seen", () => {
    expect(evidenceWords(answer, "en")).toEqual([
      "3 minutes after the mail server took the mail",
      "no hand was seen on the page",
      "11 links of the mail opened before",
    ]);
    expect(evidenceWords(answer, "sv")[0]).toBe("3 minuter efter att mejlservern tog emot mejlet");
  });

  test("are told from what counts, with the doubt of the figure", () => {
    const held = [
      { reason: "staff", people: 1 },
      { reason: "scanner", people: 2 },
    ];
    const figures = { unit: "share", held } as unknown as BothWaysDto;
    const way = { n: 40, value: 0.72, low: 0.61, high: 0.81 };
    expect(figureWords(figures, way, "nb").replace(/\s/g, " ")).toBe("72 % (61 % til 81 %)");
    expect(figureWords(figures, { ...way, value: null }, "en")).toBe("not enough data");
    expect(heldByReason(figures, "en")).toBe(
      "answered by staff (1) and sent by a program that checks mail for viruses or makes previews (2)",
    );
  });
});
