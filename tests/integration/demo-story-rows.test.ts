import { describe, expect, it } from "vitest";
import { quietRanges } from "@/lib/facts/quiet-weeks";
import { dayNumber } from "@/lib/format/calendar";
import { orderRhythm } from "@/lib/metrics";
import { buildStory } from "@/prisma/seed/build-story";
import { STORY_SEED } from "@/prisma/seed/seed-story";
import type { StoryRows } from "@/prisma/seed/tables";

// A winter day, a day in the quiet weeks, and the day after them.
const DAYS = ["2026-01-12", "2026-07-20", "2026-08-03"];

function rhythmOf(story: StoryRows, name: string, asOf: string) {
  const account = story.account.find((each) => each.name === name);
  const days = story.purchase
    .filter(({ accountId }) => accountId === account?.id)
    .map(({ orderedOn }) => dayNumber(orderedOn));
  const year = Number(asOf.slice(0, 4));
  return orderRhythm(
    [...new Set(days)].sort((a, b) => a - b),
    dayNumber(asOf),
    {
      quietRanges: quietRanges(account?.country ?? null, year - 6, year),
    },
  );
}

const stories = new Map<string, StoryRows>();

function storyOf(asOf: string): StoryRows {
  const story = stories.get(asOf) ?? buildStory(asOf, STORY_SEED);
  stories.set(asOf, story);
  return story;
}

describe("the story's rows", () => {
  it("are the same for the same day and seed", () => {
    const [first, second] = [buildStory("2026-10-02", 5), buildStory("2026-10-02", 5)];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });

  it("differ with the seed, but not in what is planted", () => {
    const [first, second] = [buildStory("2026-10-02", 5), buildStory("2026-10-02", 6)];
    expect(second.purchase.length).not.toBe(first.purchase.length);
    const planted = (story: StoryRows) => story.account.slice(0, 12).map(({ name }) => name);
    expect(planted(second)).toEqual(planted(first));
  });

  it.each(DAYS)("tell the same rhythms on %s", (asOf) => {
    const story = storyOf(asOf);
    expect(rhythmOf(story, "Ostrobotnia Mills", asOf)).toMatchObject({
      status: "late",
      sinceDays: 94,
      usualDays: 31,
      longestDays: 48,
    });
    expect(rhythmOf(story, "Klitgaard Feriecenter", asOf)).toMatchObject({ status: "due" });
  });

  it.each(DAYS)("hold nothing that has not happened by %s", (asOf) => {
    const story = storyOf(asOf);
    const latest = (days: (string | null | undefined)[]) =>
      days.reduce<string>((a, b) => (b && b > a ? b : a), "");
    expect(latest(story.purchase.map(({ orderedOn }) => orderedOn)) <= asOf).toBe(true);
    expect(latest(story.purchase.map(({ shippedOn }) => shippedOn)) <= asOf).toBe(true);
    expect(latest(story.responseEvent.map(({ answeredOn }) => answeredOn)) <= asOf).toBe(true);
    expect(latest(story.touch.map(({ happenedOn }) => happenedOn)) <= asOf).toBe(true);
    expect(latest(story.complaint.map(({ solvedOn }) => solvedOn)) <= asOf).toBe(true);
    expect(latest(story.promise.map(({ keptOn }) => keptOn)) <= asOf).toBe(true);
    expect(latest(story.churnEvent.map(({ happenedOn }) => happenedOn)) <= asOf).toBe(true);
    expect(latest(story.invitation.map(({ deliveredAt }) => deliveredAt)) <= `${asOf}T24`).toBe(
      true,
    );
  });

  it("use no address a mail could reach", () => {
    const story = storyOf("2026-01-12");
    const addresses = [...story.contact, ...story.employee].flatMap(({ email }) => email ?? []);
    expect(addresses.length).toBeGreaterThan(400);
    expect(
      addresses.filter((address) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(address)),
    ).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
