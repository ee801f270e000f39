#!/bin/sh
# The database jobs: run.sh bootstrap | schedule | verify | audit
#
#   bootstrap  roles, extensions, rights, functions, passwords; as the master user; before the migrations, and again to change passwords
#   schedule   nightly jobs of pg_cron; as the owner; after every migration
#   audit      the checklist for tables and roles; as the owner
#   verify     audit, and then a connection as every role that shows what it sees
#
# Environment (R: required)
#   DB_HOST                                R   host of the primary, or the folder of a socket
#   DB_PORT                                    default 5432
#   DB_NAME                                    default idpserver
#   DB_MASTER_USER, DB_MASTER_PASSWORD     R   bootstrap only
#   OWNER_USERNAME, OWNER_PASSWORD         R   password: all jobs; default name idp
#   ADMIN_USERNAME, ADMIN_PASSWORD         R   password: bootstrap, verify; default name idp_admin_user
#   APP_USERNAME, APP_PASSWORD             R   password: bootstrap, verify; default name idp_app_user
#   DB_SSL_MODE                                default verify-full
#   DB_SSL_ROOT_CERT                           default /etc/ssl/rds/global-bundle.pem
#   DB_CONNECT_TIMEOUT                         seconds, default 10
#   DB_LOCK_TIMEOUT, DB_STATEMENT_TIMEOUT      as PostgreSQL writes them, default 10s and 5min
#   ACCEPTED_EXCEPTIONS                        file, default accepted-exceptions.csv beside this one
#   MINIMUM_TABLES                             audit: fewer tables with tenant_id are a finding; default 30
#   VERIFY_TENANT_ID                           verify: whose rows to look for; default any tenant
#
# Exit codes: 0 fine, 1 findings, 2 bad input, 4 failed. Passwords go to psql by environment and pipe only, never as arguments.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
sql=$here/sql

fail() { # fail CODE MESSAGE
  code=$1; shift
  printf 'run.sh: %s\n' "$*" >&2
  exit "$code"
}

step() { printf '== %s\n' "$*"; }

# want NAME...: every missing variable is told at once.
want() {
  missing=
  for name in "$@"; do
    eval "value=\${$name:-}"
    [ -n "$value" ] || missing="$missing $name"
  done
  [ -z "$missing" ] || fail 2 "environment: got nothing, want a value:$missing"
}

# A password is a line of the pipe to psql's \password.
one_line() {
  for name in "$@"; do
    eval "value=\${$name}"
    case $value in
      *"
"*) fail 2 "$name: got a line break, want one line" ;;
    esac
  done
}

# as USER PASSWORD DATABASE [ARGUMENT...]: psql, quiet, stopping at the first error.
as() {
  user=$1 password=$2 database=$3
  shift 3
  PGUSER=$user PGPASSWORD=$password PGDATABASE=$database ${detached:-} psql -X -q -w -v ON_ERROR_STOP=1 \
    -v db="$DB_NAME" -v owner="$OWNER_USERNAME" -v admin="$ADMIN_USERNAME" -v app="$APP_USERNAME" "$@"
}

# In a session of its own psql has no terminal to ask, so it reads the pipe.
set_password() { # set_password ROLE PASSWORD
  said=$(printf '%s\n%s\n' "$2" "$2" |
    detached=setsid as "$DB_MASTER_USER" "$DB_MASTER_PASSWORD" "$DB_NAME" -v role="$1" -f "$sql/passwords.sql" 2>&1) ||
    fail 4 "password of $1: $said"
  printf -- '- %s\n' "$1"
}

bootstrap() {
  want DB_HOST DB_MASTER_USER DB_MASTER_PASSWORD OWNER_PASSWORD ADMIN_PASSWORD APP_PASSWORD
  one_line OWNER_PASSWORD ADMIN_PASSWORD APP_PASSWORD
  step "bootstrap of $DB_NAME on $DB_HOST as $DB_MASTER_USER"
  as "$DB_MASTER_USER" "$DB_MASTER_PASSWORD" "$DB_NAME" -f "$sql/bootstrap.sql" || fail 4 'bootstrap stopped: see the error above'
  step 'passwords, hashed here'
  set_password "$OWNER_USERNAME" "$OWNER_PASSWORD"
  set_password "$ADMIN_USERNAME" "$ADMIN_PASSWORD"
  set_password "$APP_USERNAME" "$APP_PASSWORD"
  step 'done'
}

schedule() {
  want DB_HOST OWNER_PASSWORD
  step "nightly jobs of $DB_NAME on $DB_HOST as $OWNER_USERNAME"
  as "$OWNER_USERNAME" "$OWNER_PASSWORD" "$DB_NAME" -f "$sql/schedule.sql" || fail 4 'schedule stopped: see the error above'
  step 'done'
}

# findings WORD USER PASSWORD FILE [ARGUMENT...]: runs a file whose last line is "WORD: N findings", shows it, adds N to found.
found=0
findings() {
  word=$1 user=$2 password=$3 file=$4
  shift 4
  [ -r "$ACCEPTED_EXCEPTIONS" ] || fail 2 "ACCEPTED_EXCEPTIONS: got $ACCEPTED_EXCEPTIONS, want a file that can be read"
  report=$(as "$user" "$password" "$DB_NAME" "$@" -f "$sql/$file" <"$ACCEPTED_EXCEPTIONS") || {
    printf '%s\n' "$report"
    fail 4 "$word stopped: see the error above"
  }
  printf '%s\n' "$report"
  number=$(printf '%s\n' "$report" | sed -n "\$s/^$word: \([0-9][0-9]*\) findings\$/\1/p")
  [ -n "$number" ] || fail 4 "$word said no number of findings"
  found=$((found + number))
}

audit() {
  want DB_HOST OWNER_PASSWORD
  step "audit of $DB_NAME on $DB_HOST as $OWNER_USERNAME"
  findings audit "$OWNER_USERNAME" "$OWNER_PASSWORD" audit.sql -v minimum_tables="$MINIMUM_TABLES"
}

verify() {
  want DB_HOST OWNER_PASSWORD ADMIN_PASSWORD APP_PASSWORD
  audit
  # Before the first migration there is nothing more to ask, and the audit has said so.
  [ "$(as "$OWNER_USERNAME" "$OWNER_PASSWORD" "$DB_NAME" -A -t -c "SELECT to_regclass('public.tenant') IS NOT NULL")" = t ] || return 0
  step "connection as $OWNER_USERNAME"
  as "$OWNER_USERNAME" "$OWNER_PASSWORD" "$DB_NAME" -f "$sql/verify-role.sql" || fail 4 "connection as $OWNER_USERNAME failed"
  step "connection as $ADMIN_USERNAME"
  as "$ADMIN_USERNAME" "$ADMIN_PASSWORD" "$DB_NAME" -f "$sql/verify-role.sql" || fail 4 "connection as $ADMIN_USERNAME failed"
  tenant=${VERIFY_TENANT_ID:-}
  [ -n "$tenant" ] || tenant=$(as "$ADMIN_USERNAME" "$ADMIN_PASSWORD" "$DB_NAME" -A -t -c 'SELECT id FROM tenant ORDER BY id LIMIT 1') ||
    fail 4 'no tenant could be looked up'
  step "connection as $APP_USERNAME, tenant ${tenant:-none yet}"
  findings isolation "$APP_USERNAME" "$APP_PASSWORD" verify-isolation.sql -v tenant="$tenant"
}

verdict() {
  [ "$found" -eq 0 ] || fail 1 "findings: $found, see above; README.md says how to repair or accept one"
  step 'done: no findings'
}

: "${DB_PORT:=5432}" "${DB_NAME:=idpserver}" "${OWNER_USERNAME:=idp}" "${ADMIN_USERNAME:=idp_admin_user}" "${APP_USERNAME:=idp_app_user}"
: "${ACCEPTED_EXCEPTIONS:=$here/accepted-exceptions.csv}" "${MINIMUM_TABLES:=30}"
export PGHOST="${DB_HOST:-}" PGPORT="$DB_PORT" PGSSLMODE="${DB_SSL_MODE:-verify-full}" PGAPPNAME="idp-server database job ${1:-}"
export PGSSLROOTCERT="${DB_SSL_ROOT_CERT:-/etc/ssl/rds/global-bundle.pem}" PGCONNECT_TIMEOUT="${DB_CONNECT_TIMEOUT:-10}"
export PGOPTIONS="-c lock_timeout=${DB_LOCK_TIMEOUT:-10s} -c statement_timeout=${DB_STATEMENT_TIMEOUT:-5min} -c client_min_messages=warning"
command -v psql >/dev/null 2>&1 || fail 2 'psql is missing: install a PostgreSQL 15 client'

case ${1:-} in
  bootstrap) bootstrap ;;
  schedule) schedule ;;
  audit) audit; verdict ;;
  verify) verify; verdict ;;
  *) fail 2 "got ${1:-nothing}, want bootstrap, schedule, verify or audit" ;;
esac
