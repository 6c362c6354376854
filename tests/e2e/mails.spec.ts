import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { erasureReceipt } from "@/lib/erasure/erasure-receipt";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { receiptMail } from "@/lib/surveys/mail/receipt-mail";
import { surveyMail } from "@/lib/surveys/mail/survey-mail";
import { test } from "../support/browser";
import { SAMPLE_MAIL, sampleMails } from "../unit/surveys/mail-samples";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Mail = { name: string; html: string };

function mailsIn(language: Language): Mail[] {
  const company = "Nordlys Pumper";
  const ahead = { eraseOn: "2026-11-29", undoUrl: "https://loyal.example/p/x" };
  const receipt = {
    ...SAMPLE_MAIL,
    language,
    asked: { company },
    contact: { firstName: "Lone" },
    account: { name: "Grenaa Havn" },
    closesOn: "2026-12-22",
    answer: "9",
  };
  return [
    ...sampleMails()
      .filter((sample) => sample.language === language)
      .map(({ name, input }) => ({ name, html: surveyMail(input).html })),
    { name: "receipt", html: receiptMail(receipt).html },
    { name: "erasure ahead", html: erasureReceipt({ language, company, ahead }).html },
    { name: "erasure done", html: erasureReceipt({ language, company, ahead: null }).html },
  ];
}

/** Answers, exits and buttons a thumb can hit: at least 44 px high. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("a")].flatMap((link) => {
      const { height, width } = (link.closest("td[class]") ?? link).getBoundingClientRect();
      return height >= 44 && width >= 44 ? [] : [`${link.textContent} ${width}x${height}`];
    }),
  );
}

/** All of one language below one another: one look at the page is a look at each. */
function onOnePage(mails: Mail[]): string {
  const [first] = mails;
  const head = first?.html.split("<body")[0] ?? "";
  const bodies = mails.map(({ html }) => html.replace(/^[\s\S]*<body[^>]*>|<\/body>[\s\S]*$/g, ""));
  const open = /<body[^>]*>/.exec(first?.html ?? "")?.[0] ?? "";
  return `${head}${open}${bodies.join("")}</body></html>`;
}

/** The longest words; the other languages run with the slow matrix. */
const EVERY_RUN = "fi";

for (const language of LANGUAGES) {
  const full = language === EVERY_RUN ? "" : "@full ";
  test(`${full}on a phone of 320 px every ${language} mail can be read and pressed by anybody, in light and dark`, async ({
    newContext,
  }) => {
    const context = await newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setContent(onOnePage(mailsIn(language)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBe(320);
      expect(await smallTargets(page)).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });
}
