-- The three roles of the application and nothing of their rights.
--   owner   owns the schema, runs migrations and pg_cron jobs; crosses tenants (BYPASSRLS), because a migration changes the rows of all of them
--   admin   the control plane; crosses tenants (BYPASSRLS)
--   app     serves requests; bound by row level security, always
\echo '- roles' :owner :admin :app

SELECT format('CREATE ROLE %I LOGIN', wanted.name)
FROM unnest(ARRAY[:'owner', :'admin', :'app']) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name)
\gexec

-- The master user of RDS is no superuser: without being a member of the owner it may neither set its default privileges nor touch its tables.
SELECT format('GRANT %I TO CURRENT_USER', :'owner')
WHERE NOT pg_has_role(current_user, :'owner', 'MEMBER')
\gexec

-- Plain PostgreSQL 15 asks for a superuser here, RDS for a member of rds_superuser. A role that has it is left alone, so elsewhere a superuser
-- may do this one step beforehand.
SELECT format('ALTER ROLE %I BYPASSRLS', rolname)
FROM pg_roles
WHERE rolname IN (:'owner', :'admin') AND NOT rolbypassrls
\gexec

-- Nothing here could take such rights away again (that, too, needs a superuser), so what is wrong has to be told.
SELECT set_config('bootstrap.app', :'app', false) AS app \gset
DO $$
DECLARE
    app text := current_setting('bootstrap.app');
    crossing text;
BEGIN
    SELECT string_agg(rolname, ', ') INTO crossing
    FROM pg_roles
    WHERE (rolbypassrls OR rolsuper) AND pg_has_role(app, oid, 'MEMBER');
    IF crossing IS NOT NULL THEN
        RAISE EXCEPTION 'role % is, or may become, a role that crosses tenants: %', app, crossing
            USING HINT = 'Take BYPASSRLS, SUPERUSER and memberships away from it, then run this again.';
    END IF;
END
$$;
