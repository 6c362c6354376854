import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { readMailReference } from "@/lib/mail/mail-reference";
import { getWave } from "@/lib/surveys/waves/get-wave";
import { useTestDatabase } from "../../support/database";
import { openMailTrap, type Trap } from "./mail-trap";
import { addAccount, addSurvey, addWave, makeWorld, type World } from "./survey-world";

const database = useTestDatabase();

// `npm run test:crash` asks for more of both.
const MAILS = Number(process.env.CRASH_MAILS ?? 100);
const KILLS = Number(process.env.CRASH_KILLS ?? 4);
const MAILS_PER_KILL = MAILS / (KILLS * 3);
const MINUTES = Math.ceil(MAILS / 100) + 3;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
let child: ChildProcess | null = null;
afterEach(() => {
  child?.kill("SIGKILL");
});

function startChild(trap: Trap): ChildProcess {
  const file = path.join(import.meta.dirname, "crash-worker.ts");
  const env = { ...process.env, DATABASE_URL: database.url, SMTP_URL: trap.url, NODE_OPTIONS: "" };
  return spawn(process.execPath, ["--import", "tsx", file], { env, stdio: "inherit" });
}

async function waitUntil(everyMs: number, isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + MINUTES * 60_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`waited for ${MINUTES} minutes`);
    await pause(everyMs);
  }
}

async function statesOf(world: World): Promise<Map<string, string>> {
  const rows = await withWorkspace(world.system(), (tx) =>
    tx.mailOutbox.findMany({
      where: { workspaceId: world.workspaceId },
      select: { id: true, state: true },
    }),
  );
  return new Map(rows.map((row) => [row.id, row.state]));
}

function idOf(raw: Buffer): string {
  const messageId = /^Message-ID:\s*(\S+)/im.exec(raw.toString("latin1"))?.[1] ?? "";
  return readMailReference(readEnv().LINK_KEYS, messageId)?.mailId ?? "";
}

test(
  "a worker killed again and again sends nothing twice, and names every mail it left open",
  async () => {
    const trap = await openMailTrap({ beforeAccept: () => pause(Math.random() * 12) });
    readEnv().SMTP_URL = trap.url;
    const world = await makeWorld({ isDemo: true });
    const people = Array.from({ length: MAILS }, () => ({}));
    const { contactIds } = await addAccount(world, "Grenaa Havn", people);
    const anyway = { asksDespiteInterval: "on" };
    const { waveId } = await addWave(world, await addSurvey(world), contactIds, anyway);

    for (let kill = 0; kill < KILLS; kill += 1) {
      child = startChild(trap);
      const enough = trap.accepted.length + 3 + Math.floor(Math.random() * MAILS_PER_KILL);
      await waitUntil(2, () => trap.accepted.length >= enough);
      await pause(Math.random() * 15);
      child.kill("SIGKILL");
    }
    child = startChild(trap);
    const isOver = async () => {
      const states = [...(await statesOf(world)).values()];
      return states.every((state) => state === "sent" || state === "uncertain");
    };
    await waitUntil(300, isOver);
    child.kill("SIGTERM");

    const states = await statesOf(world);
    const accepted = trap.accepted.map(({ raw }) => idOf(raw));
    expect(new Set(accepted).size).toBe(accepted.length);
    const sent = [...states].filter(([, state]) => state === "sent").map(([id]) => id);
    expect(sent.filter((id) => !accepted.includes(id))).toEqual([]);
    const unnamed = accepted.filter((id) => !["sent", "uncertain"].includes(states.get(id) ?? ""));
    expect(unnamed).toEqual([]);
    const wave = await getWave({ ctx: world.ctx(), input: { waveId } });
    expect(wave.uncertain.length + sent.length).toBe(MAILS);
    expect(wave.uncertain.length).toBeLessThanOrEqual(KILLS);
    const duplicates = accepted.length - new Set(accepted).size;
    const lost = [...states].filter(([id, state]) => state === "sent" && !accepted.includes(id));
    process.stdout.write(
      `${KILLS} kills in ${MAILS} mails: ${sent.length} sent, ${duplicates} duplicates, ` +
        `${wave.uncertain.length} uncertain and listed (${accepted.length - sent.length} of them had arrived), ${lost.length} lost\n`,
    );
    await trap.close();
  },
  MINUTES * 60_000,
);
