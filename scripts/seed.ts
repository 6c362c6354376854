// Child of demo and dev: writes the demo data and prints the logins as its last line. A process of
// its own, so that Ctrl-C works while it computes.
import { closeConnections } from "@/lib/db/client";
import { seedDemo } from "@/prisma/seed/seed-demo";

const { logins } = await seedDemo({ log: (line) => console.log(line) });
await closeConnections();
console.log(JSON.stringify({ logins }));
process.exit(0);
