-- Schema tenancy: the checklist for a new table as functions, owned by the owner role, so that a migration or a pg_cron job can call them.
\echo '- functions of schema tenancy'

SET ROLE :"owner";
CREATE SCHEMA IF NOT EXISTS tenancy;

-- The column that says whose a row is.
CREATE OR REPLACE FUNCTION tenancy.tenant_column(target regclass) RETURNS name
    LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
SELECT CASE WHEN target = to_regclass('public.tenant') THEN 'id'::name ELSE 'tenant_id'::name END
$$;

-- The one expression that isolates tenants, as PostgreSQL prints it back.
CREATE OR REPLACE FUNCTION tenancy.policy_expression(target regclass) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
SELECT format('(%I = (current_setting(''app.tenant_id''::text))::uuid)', tenancy.tenant_column(target))
$$;

-- Steps 1 and 2: row level security, for the owner too, with the policy. Enough for a partition, whose other properties come from its parent.
CREATE OR REPLACE FUNCTION tenancy.isolate(target regclass) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    expression text := tenancy.policy_expression(target);
    table_name name := (SELECT relname FROM pg_class WHERE oid = target);
    stray record;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    -- Permissive policies are joined by OR: one that says something else would open what the right one closes.
    FOR stray IN
        SELECT polname FROM pg_policy
        WHERE polrelid = target AND polpermissive
          AND (polcmd <> '*' OR polroles <> '{0}'
               OR pg_get_expr(polqual, polrelid) IS DISTINCT FROM expression
               OR coalesce(pg_get_expr(polwithcheck, polrelid), expression) <> expression)
    LOOP
        RAISE NOTICE 'policy % of % isolates no tenants and is dropped', stray.polname, target;
        EXECUTE format('DROP POLICY %I ON %s', stray.polname, target);
    END LOOP;
    IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = target AND polpermissive) THEN
        EXECUTE format('CREATE POLICY %I ON %s USING %s', left('rls_' || table_name, 63), target, expression);
    END IF;
END
$$;

-- All five steps, each only where it is missing. A partitioned table gets them as a whole, its partitions the policy.
CREATE OR REPLACE FUNCTION tenancy.secure_table(target regclass, VARIADIC grantees name[] DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    table_name name := (SELECT relname FROM pg_class WHERE oid = target);
    column_number smallint := (
        SELECT attnum FROM pg_attribute
        WHERE attrelid = target AND attname = 'tenant_id' AND atttypid = 'uuid'::regtype AND NOT attisdropped);
    grantee name;
    used_sequence regclass;
BEGIN
    IF column_number IS NULL THEN
        RAISE EXCEPTION 'table %: got no column tenant_id of type uuid, want one', target
            USING HINT = 'ALTER TABLE ... ADD COLUMN tenant_id uuid NOT NULL; a global table goes into accepted-exceptions.csv instead.';
    END IF;
    EXECUTE format('ALTER TABLE %s ALTER COLUMN tenant_id SET NOT NULL', target);
    PERFORM tenancy.isolate(target);
    IF NOT EXISTS (SELECT FROM pg_index WHERE indrelid = target AND indkey[0] = column_number AND indpred IS NULL AND indisvalid) THEN
        EXECUTE format('CREATE INDEX %I ON %s (tenant_id)', 'idx_' || left(table_name, 49) || '_tenant_id', target);
    END IF;
    IF NOT EXISTS (
        SELECT FROM pg_constraint
        WHERE conrelid = target AND contype = 'f' AND conkey = ARRAY[column_number]
          AND confrelid = to_regclass('public.tenant') AND convalidated)
    THEN
        EXECUTE format(
            'ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (tenant_id) REFERENCES public.tenant (id)',
            target, 'fk_' || left(table_name, 53) || '_tenant');
    END IF;
    FOREACH grantee IN ARRAY grantees LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', target, grantee);
        FOR used_sequence IN
            SELECT objid::regclass FROM pg_depend
            WHERE refobjid = target AND classid = 'pg_class'::regclass AND deptype IN ('a', 'i')
              AND (SELECT relkind FROM pg_class WHERE oid = objid) = 'S'
        LOOP
            EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %s TO %I', used_sequence, grantee);
        END LOOP;
    END LOOP;
    PERFORM tenancy.secure_partitions(target);
END
$$;

-- A partition asked directly obeys its own policies, not those of its parent, and default privileges let the application ask it directly.
-- Neither PostgreSQL nor pg_partman hands policies down, so this runs after every maintenance (schedule.sql). Returns how many it changed.
CREATE OR REPLACE FUNCTION tenancy.secure_partitions(parent regclass DEFAULT NULL) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    part regclass;
    changed integer := 0;
BEGIN
    FOR part IN
        SELECT c.oid::regclass
        FROM pg_class root
        CROSS JOIN LATERAL pg_partition_tree(root.oid) AS tree
        JOIN pg_class c ON c.oid = tree.relid
        WHERE root.relkind = 'p' AND root.relrowsecurity AND root.oid = coalesce(parent, root.oid) AND tree.relid <> root.oid
          AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
          AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id' AND NOT attisdropped)
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                   AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid AND polpermissive))
    LOOP
        PERFORM tenancy.isolate(part);
        changed := changed + 1;
    END LOOP;
    RETURN changed;
END
$$;

-- A view asks with the rights of its owner, who crosses tenants; with security_invoker it asks with the rights of whoever asks it.
-- Replacing a view takes the option away again, so this runs after every migration. Returns how many it changed.
CREATE OR REPLACE FUNCTION tenancy.secure_views() RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    one regclass;
    changed integer := 0;
BEGIN
    FOR one IN
        SELECT c.oid::regclass FROM pg_class c
        WHERE c.relkind = 'v' AND c.relnamespace = 'public'::regnamespace
          AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
          AND NOT coalesce((SELECT option_value::boolean FROM pg_options_to_table(c.reloptions) WHERE option_name = 'security_invoker'), false)
    LOOP
        EXECUTE format('ALTER VIEW %s SET (security_invoker = true)', one);
        changed := changed + 1;
    END LOOP;
    RETURN changed;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tenancy FROM PUBLIC;
RESET ROLE;
