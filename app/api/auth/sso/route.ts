export { startSingleSignOn as POST } from "@/lib/auth/handler";
