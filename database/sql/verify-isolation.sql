-- Run by the application's role: without app.tenant_id it reads nothing, with that of nobody neither, with a tenant's only that tenant.
-- psql variables: tenant (empty: there is none yet). Standard input: accepted-exceptions.csv.
SET client_min_messages = warning;
SELECT current_user AS role, current_database() AS database;
\ir audit-accepted.sql
SELECT set_config('verify.tenant', :'tenant', false) AS tenant \gset

CREATE TEMP TABLE leak (name text, how text);

DO $$
DECLARE
    nobody constant text := '00000000-0000-0000-0000-000000000000';
    one record;
    seen boolean;
    looked integer := 0;
    refused integer := 0;
BEGIN
    FOR one IN
        SELECT c.oid::regclass AS name
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class root ON root.oid = coalesce(pg_partition_root(c.oid), c.oid)
        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
          AND has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
          AND (c.oid = to_regclass('public.tenant')
               OR EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id' AND NOT attisdropped))
          AND NOT EXISTS (
            SELECT FROM accepted a
            WHERE a.finding = 'no-rls' AND trim(a.reason) <> '' AND to_regclass(a.subject) IN (c.oid::regclass, root.oid::regclass))
        ORDER BY c.relname
    LOOP
        looked := looked + 1;
        BEGIN
            EXECUTE format('SELECT EXISTS (SELECT FROM %s)', one.name) INTO seen;
            IF seen THEN
                INSERT INTO leak VALUES (one.name, 'readable without app.tenant_id');
            END IF;
        EXCEPTION
            -- No such setting, or an empty one that is no UUID: PostgreSQL refuses the query, which is as good as no rows.
            WHEN undefined_object OR invalid_text_representation THEN refused := refused + 1;
        END;
        -- Local, so that the setting is gone again before the next table is asked without it.
        PERFORM set_config('app.tenant_id', nobody, true);
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', one.name) INTO seen;
        IF seen THEN
            INSERT INTO leak VALUES (one.name, 'readable with the app.tenant_id of nobody');
        END IF;
        PERFORM set_config('app.tenant_id', '', true);
    END LOOP;
    PERFORM set_config('verify.looked', looked::text, false), set_config('verify.refused', refused::text, false);

    IF current_setting('verify.tenant') <> '' THEN
        PERFORM set_config('app.tenant_id', current_setting('verify.tenant'), true);
        IF (SELECT count(*) FROM tenant) <> 1 OR (SELECT id::text FROM tenant) <> current_setting('verify.tenant') THEN
            INSERT INTO leak VALUES ('tenant', 'with the app.tenant_id of a tenant more or less than that tenant is readable');
        END IF;
    END IF;
END
$$;

SELECT current_setting('verify.looked') AS looked, current_setting('verify.refused') AS refused,
    count(*) AS leaks, count(*) > 0 AS has_leaks FROM leak \gset
\pset footer off
\if :has_leaks
SELECT name AS "table", how AS leak FROM leak ORDER BY name, how;
\endif
\echo :looked 'tables asked without app.tenant_id, of which' :refused 'refused and the others showed nothing unless listed'
\echo isolation: :leaks findings
