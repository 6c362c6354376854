// Values every started process needs; none of them protects anything.
export const TEST_VALUES = {
  AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  LINK_KEYS: `t1:${Buffer.alloc(32, "test").toString("base64")}`,
  SMTP_URL: "smtp://127.0.0.1:9",
  APP_URL: "http://localhost:3000",
  MAIL_FROM: "surveys@holdfast.example",
  LOG_LEVEL: "silent",
};
