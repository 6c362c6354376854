import fc from "fast-check";
import { expect, test } from "vitest";
import { html } from "@/lib/format/html";

test("no text can leave the place it was put in", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const inside = html`<a title="${text}">${text}</a>`.markup.slice(
        '<a title="'.length,
        -"</a>".length,
      );
      expect(inside.replace('">', "")).not.toMatch(/[<>"']/);
    }),
  );
});

test("markup made by the tag is kept, lists are joined, null and false leave nothing", () => {
  const items = ["a", "<b>"].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${items}${null}${false}${3}</ul>`.markup).toBe(
    "<ul><li>a</li><li>&lt;b&gt;</li>3</ul>",
  );
});
