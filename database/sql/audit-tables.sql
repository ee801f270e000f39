-- Steps 1 to 4 of the checklist: column, row level security, index, foreign key.
INSERT INTO finding (subject, root, finding, detail)
SELECT name, root, 'no-tenant-id', 'has no column tenant_id: whose are its rows?' FROM subject
WHERE tenant_column IS NULL;

DELETE FROM subject WHERE tenant_column IS NULL;

INSERT INTO finding (subject, root, finding, detail)
SELECT name, root, 'tenant-id-type', format('%s is of type %s, want uuid', tenant_column_name, format_type(tenant_type, NULL)) FROM subject
WHERE tenant_type <> 'uuid'::regtype
UNION ALL
SELECT name, root, 'nullable-tenant-id', format('%s may be null: such a row is nobody''s', tenant_column_name) FROM subject
WHERE NOT tenant_not_null
UNION ALL
SELECT name, root, 'no-rls', 'row level security is not enabled' FROM subject
WHERE NOT relrowsecurity
UNION ALL
SELECT name, root, 'no-force', 'row level security is not forced: it does not bind the owner of the table' FROM subject
WHERE NOT relforcerowsecurity;

-- Permissive policies that apply to the application: joined by OR, so every one of them has to be the right one, and one must be for everything.
CREATE TEMP TABLE applying AS
SELECT s.oid, s.name, s.root, p.polname, p.polcmd,
    coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') AS expression,
    pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression,
    format('(%I = (current_setting(''app.tenant_id''::text))::uuid)', s.tenant_column_name) AS wanted
FROM subject s
JOIN pg_policy p ON p.polrelid = s.oid AND p.polpermissive
    AND EXISTS (SELECT FROM unnest(p.polroles) AS to_role WHERE to_role = 0 OR pg_has_role(:'app', to_role, 'USAGE'));

INSERT INTO finding (subject, root, finding, detail)
SELECT name, root, 'no-policy', 'no policy applies to ' || :'app' FROM subject s
WHERE NOT EXISTS (SELECT FROM applying a WHERE a.oid = s.oid)
UNION ALL
SELECT name, root, 'wrong-policy', format('policy %s: got %s%s, want %s', polname, expression, ' with check ' || check_expression, wanted)
FROM applying
WHERE expression <> wanted OR coalesce(check_expression, wanted) <> wanted
UNION ALL
SELECT name, root, 'wrong-policy', 'its policies leave out commands: want one FOR ALL'
FROM applying a
GROUP BY name, root
HAVING bool_and(polcmd <> '*');

-- Index and foreign key of a partition are those of its parent.
INSERT INTO finding (subject, root, finding, detail)
SELECT name, root, 'no-index', format('no index begins with %s: every query of a tenant reads the rows of all', tenant_column_name) FROM subject s
WHERE NOT is_partition AND kind <> 'foreign'
  AND NOT EXISTS (
    SELECT FROM pg_index i WHERE i.indrelid = s.oid AND i.indkey[0] = s.tenant_column AND i.indpred IS NULL AND i.indisvalid)
UNION ALL
SELECT name, root, 'no-foreign-key', format('no foreign key %s to tenant (id)', tenant_column_name) FROM subject s
WHERE NOT is_partition AND name <> 'tenant'
  AND NOT EXISTS (
    SELECT FROM pg_constraint f
    WHERE f.conrelid = s.oid AND f.contype = 'f' AND f.confrelid = to_regclass('public.tenant') AND f.convalidated
      AND f.conkey = ARRAY[s.tenant_column]
      AND f.confkey = (SELECT ARRAY[attnum] FROM pg_attribute WHERE attrelid = f.confrelid AND attname = 'id'));
