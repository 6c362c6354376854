// Development: the services of the demo, and the app rebuilt as files change. See --help.
import { helpText, readDemoOptions } from "./support/demo-options";
import { prepare, runUntilStopped } from "./support/demo-run";
import { say } from "./support/progress";
import { startApp, startWorker } from "./support/services";

const options = readDemoOptions(process.argv.slice(2), ".data/dev");
if (options.isHelp) {
  say(helpText("dev"));
} else {
  await runUntilStopped(options.dataDir, async (supervisor) => {
    const { services, logins } = await prepare(supervisor, options);
    await startWorker(supervisor, services, "development");
    await startApp(supervisor, services, "development");
    say(`\n  App ${services.appUrl}   inbox ${services.mailUrl}`);
    for (const { email, password, role } of logins) say(`  ${email}  ${password}  ${role}`);
  });
}
