# syntax=docker/dockerfile:1
# No package of ours needs an install script, so none is run: what the lock file names is all that comes in.
FROM node:20-alpine AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY knowledge ./knowledge
RUN npm run build && npm ci --omit=dev --ignore-scripts --no-audit --no-fund && mkdir /data

FROM node:20-alpine
ENV NODE_ENV=production DATA_DIR=/data LOG_FORMAT=json HTTP_PORT=9464
WORKDIR /app
# Owned by root and not writable by the bot; /data is all it writes to, so the root may be mounted read-only.
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/knowledge ./knowledge
COPY --from=build --chown=node:node /data /data
USER node
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that it gets the signals. It collects garbage by what it may use, which on a large
# machine is gigabytes; the bot holds less than 100 MB.
ENTRYPOINT ["node", "--max-old-space-size=512", "--max-semi-space-size=32", "dist/main.js"]
CMD ["start"]
