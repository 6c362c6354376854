// The whole of Holdfast on this machine, with invented customers. See --help.
import { buildApp, isBuildFresh } from "./support/app-build";
import { type DemoOptions, helpText, readDemoOptions } from "./support/demo-options";
import { type Login, prepare, runUntilStopped } from "./support/demo-run";
import { StartError } from "./support/ports";
import { say, step } from "./support/progress";
import { type Services, startApp, startWorker } from "./support/services";

function readOptions(): DemoOptions {
  try {
    return readDemoOptions(process.argv.slice(2), ".data");
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    return process.exit(2);
  }
}

function printWelcome(services: Services, logins: Login[]): void {
  const widest = Math.max(...logins.map((login) => login.email.length));
  say(`
Holdfast is running.

  App          ${services.appUrl}
  Local inbox  ${services.mailUrl}   (all mail ends there; none leaves this machine)

  Sign in as`);
  for (const { email, password, role, workspace } of logins) {
    say(`    ${email.padEnd(widest)}  ${password}   ${role.replace("_", " ")}, ${workspace}`);
  }
  say(`
  What to try
    1. Sign in as the admin: the first line says who stays without having said they want to.
    2. Under Waves, send an NPS wave to two contacts of one account; open the inbox in a private
       window, click 9 in a mail and press Send (where you are signed in, it counts as staff's).
    3. Reload the overview and the account: the figures have changed, and say how sure they are.

  Ctrl-C stops everything; the data stays for the next run.
`);
}

const options = readOptions();
if (options.isHelp) {
  say(helpText("demo"));
} else {
  await runUntilStopped(options.dataDir, async (supervisor) => {
    say("Starting Holdfast");
    const { services, logins } = await prepare(supervisor, options);
    if (!isBuildFresh()) {
      await step("Building the app (first run, or changed since)", () => buildApp(supervisor));
    }
    await step("Worker and app", async () => {
      await startWorker(supervisor, services);
      await startApp(supervisor, services);
    });
    printWelcome(services, logins);
  });
}
