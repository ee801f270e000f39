-- The user of finsight's functions where the proxy signs in by IAM (proxy.auth: iam). As the master user, in the application's database:
--   psql -v user=finsight_app -f database/finsight/app-user.sql
-- It may be run again at any time.
\set ON_ERROR_STOP on

BEGIN;

SELECT format('CREATE ROLE %I LOGIN', :'user')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'user') \gexec

-- From here on RDS takes a token of IAM for this user and no password any more. Never grant it to the master user.
GRANT rds_iam TO :"user";

-- Rows, not tables: migrations are the master user's.
GRANT USAGE ON SCHEMA public TO :"user";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO :"user";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO :"user";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"user";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO :"user";

COMMIT;
