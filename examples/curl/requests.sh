#!/bin/sh
# The most used requests of a portal, with curl alone. Each prints what it asks and what comes back.
#   sh examples/curl/requests.sh [http://localhost:4000]
set -eu
address=${1:-http://localhost:4000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '\n# %s\n' "$1"; }

# A query by POST: $1 = query, $2 = variables (JSON).
ask() {
  printf '{"query":"%s","variables":%s}' "$1" "${2:-{\}}" |
    curl -sS --fail-with-body "$address/graphql" -H 'content-type: application/json' --data-binary @-
  printf '\n'
}

# A stored operation by GET: $1 = its name, $2 = variables (JSON); further arguments go to curl.
get() {
  name=$1 variables=$2
  shift 2
  hash=$(curl -sS --fail "$address/operations.json" | grep -B 1 "\"name\": \"$name\"" | grep -o '[0-9a-f]\{64\}')
  curl -sS --fail -G "$address/graphql" "$@" \
    --data-urlencode "extensions={\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"$hash\"}}" \
    --data-urlencode "variables=$variables"
}

say 'Search, with a slip of the keyboard'
ask 'query ($q: String!) { vacancies(first: 2, filter: { q: $q }) { totalCount edges { node { slug title } } } }' '{"q":"tukng las"}'

say 'The same by GET, under the name of a stored operation: caches may keep it'
get Vacancies '{"first":2,"filter":{"q":"tukng las"}}' -D "$work/headers" -o "$work/list.json"
grep -i -E '^(etag|cache-control):' "$work/headers" | tr -d '\r'

say 'Again with If-None-Match: 304, and nothing is sent'
etag=$(sed -n 's/^etag: *//Ip' "$work/headers" | tr -d '\r')
get Vacancies '{"first":2,"filter":{"q":"tukng las"}}' -H "if-none-match: $etag" -o /dev/null -w '%{http_code}\n'

say 'One vacancy by its name'
slug=$(grep -o '"slug":"[^"]*"' "$work/list.json" | head -n 1 | cut -d '"' -f 4)
ask 'query ($slug: String!) { vacancy(slug: $slug) { title state validThrough verifyCode employer { name verification } } }' "{\"slug\":\"$slug\"}"

say 'Is this ad real?'
code=$(ask 'query ($slug: String!) { vacancy(slug: $slug) { verifyCode } }' "{\"slug\":\"$slug\"}" | grep -o '"verifyCode":"[^"]*"' | cut -d '"' -f 4)
ask 'query ($code: String!) { verifyVacancy(code: $code) { outcome } }' "{\"code\":\"$code\"}"

say 'What somebody who can weld would find; nothing of it is stored'
ask '{ matchMe(text: \"saya bisa las listrik, tinggal di Palu\", first: 1) { eligible matches { vacancy { title } match { scoreBp } } } }'

say 'All vacancies as one file, and its sum'
ask '{ vacancySnapshot { url sha256 count resumeFrom } }' > "$work/snapshot.json"
value() { grep -o "\"$1\":\"[^\"]*\"" "$work/snapshot.json" | cut -d '"' -f 4; }
curl -sS --fail -o "$work/vacancies.ndjson.gz" "$(value url)"
printf '%s  %s\n' "$(value sha256)" "$work/vacancies.ndjson.gz" | sha256sum -c - | sed 's/.*: /sum: /'
printf '%s vacancies\n' "$(gunzip -c "$work/vacancies.ndjson.gz" | wc -l | tr -d ' ')"

say 'What changed since: nothing yet'
ask 'query ($after: String!) { vacancyChanges(after: $after) { edges { node { kind vacancyId record } } pageInfo { endCursor hasNextPage } gap { reason } } }' "{\"after\":\"$(value resumeFrom)\"}"

say 'What is new in the taxonomy'
ask '{ taxonomyChanges(fromVersion: 0, first: 1) { toVersion totalCount edges { node { kind conceptId concept { label(lang: ID) } } } } }'
