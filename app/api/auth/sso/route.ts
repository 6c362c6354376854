import { startSingleSignOn } from "@/lib/auth/handler";

export const POST = startSingleSignOn;
