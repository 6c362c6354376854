import { describe, expect, test } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { DARK_MAIL_COLOURS } from "@/lib/mail/mail-frame";
import { surveyMail } from "@/lib/surveys/mail/survey-mail";
import { SAMPLE_QUESTIONS, sampleMails } from "./mail-samples";

const mails = sampleMails().map((sample) => ({ ...sample, mail: surveyMail(sample.input) }));

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** What mail programs do that turn a mail's colours themselves: light and dark change places. */
function inverted(colour: string): string {
  const turned = [1, 3, 5].map((at) => 255 - Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${turned.map((c) => c.toString(16).padStart(2, "0")).join("")}`;
}

const TWINS: Record<string, { colour?: string; background?: string; border?: string }> = {
  b: { background: DARK_MAIL_COLOURS.paper },
  i: { colour: DARK_MAIL_COLOURS.ink },
  s: { colour: DARK_MAIL_COLOURS.second },
  c: { background: DARK_MAIL_COLOURS.cell, border: DARK_MAIL_COLOURS.edge },
  l: { border: DARK_MAIL_COLOURS.line },
};

type Pair = { on: string; text?: string; border?: string };
type Painted = { tag: string; on: string };

/** Every text colour and every cell's border with what it stands on, by the nesting of the tags. */
function pairsOf(html: string, isDark: boolean): Pair[] {
  const open: Painted[] = [{ tag: "", on: "#ffffff" }];
  const pairs: Pair[] = [];
  for (const [tag = "", isEnd, name = "", attributes = ""] of html.matchAll(
    /<(\/)?([a-z0-9]+)([^>]*)>/g,
  )) {
    if (["!doctype", "meta", "br"].includes(name) || tag.startsWith("<!")) continue;
    if (isEnd) {
      while (open.length > 1 && open.at(-1)?.tag !== name) open.pop();
      open.pop();
      continue;
    }
    const style = /style="([^"]*)"/.exec(attributes)?.[1] ?? "";
    const classes = (/class="([^"]*)"/.exec(attributes)?.[1] ?? "").split(" ");
    const dark = Object.assign({}, ...classes.map((c) => (isDark ? (TWINS[c] ?? {}) : {})));
    const own = (name: string) =>
      new RegExp(`(?:^|;)${name}:[^;#]*(#[0-9a-f]{6})`).exec(style)?.[1];
    const before = open.at(-1)?.on ?? "#ffffff";
    const on = dark.background ?? own("background") ?? before;
    const text = dark.colour ?? own("color");
    if (text) pairs.push({ on, text });
    const border = dark.border ?? own("border");
    if (border && classes.includes("c")) pairs.push({ on: before, border });
    open.push({ tag: name, on });
  }
  return pairs;
}

describe.each(mails)("$name", ({ language, input, mail }) => {
  const { html, text } = mail;
  const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "");

  test("is well under 80 kB, without a picture, script or drawing, in its language", () => {
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    expect(html).not.toMatch(/<(?:img|svg|picture|script|link|object)\b|url\(|\bon\w+=/);
    expect(html).toContain(`<html lang="${language}">`);
  });

  test("leads to the same places in words as on the page", () => {
    const inText = [...text.matchAll(/https:\S+/g)].map((match) => match[0]);
    expect(inText).toEqual([...new Set(inText)]);
    expect(new Set(inText)).toEqual(new Set(hrefs));
    expect(hrefs.filter((href) => href.includes("/s/")).length).toBeGreaterThanOrEqual(3);
    expect(hrefs.every((href) => href.startsWith("https://loyal.example/"))).toBe(true);
  });

  test("keeps its contrast in light, in our dark, and where a mail program turns the colours", () => {
    const light = pairsOf(html, false);
    const modes = [
      light,
      pairsOf(html, true),
      light.map((pair) => ({
        on: inverted(pair.on),
        ...(pair.text ? { text: inverted(pair.text) } : {}),
        ...(pair.border ? { border: inverted(pair.border) } : {}),
      })),
    ];
    for (const pairs of modes) {
      expect(pairs.length).toBeGreaterThan(10);
      const faint = pairs.filter(
        ({ on, text: ink, border }) =>
          (ink !== undefined && contrast(ink, on) < 4.5) ||
          (border !== undefined && contrast(border, on) < 3),
      );
      expect(faint).toEqual([]);
    }
  });

  test("has answers of at least 44 px, alike but for their words", () => {
    const cells = [...html.matchAll(/<td class="c"[^>]*style="([^"]*)"/g)].map((match) => match[1]);
    expect(cells.length).toBe(hrefs.filter((href) => href.includes("/s/")).length);
    expect(new Set(cells).size).toBe(1);
    expect(cells[0]).toContain("height:44px");
    expect(input.language).toBe(language);
  });
});

test("every first question is mailed in every language", () => {
  expect(mails).toHaveLength(LANGUAGES.length * SAMPLE_QUESTIONS.length * 2);
  expect(new Set(SAMPLE_QUESTIONS.map((asked) => asked.question)).size).toBe(8);
});
