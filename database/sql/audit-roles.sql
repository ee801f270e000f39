-- The roles, and what the tables to come will get. Nothing of this can be accepted.
INSERT INTO finding (subject, finding, detail, acceptable)
SELECT 'role ' || :'app', CASE WHEN rolname = :'app' THEN 'role-crosses-tenants' ELSE 'member-of-crossing-role' END,
    CASE WHEN rolname = :'app' THEN 'has ' || CASE WHEN rolsuper THEN 'SUPERUSER' ELSE 'BYPASSRLS' END
         ELSE 'may become ' || rolname END, false
FROM pg_roles
WHERE (rolbypassrls OR rolsuper) AND pg_has_role(:'app', oid, 'MEMBER')
  -- A superuser is a member of everything: said once is enough.
  AND (rolname = :'app' OR NOT (SELECT rolsuper FROM pg_roles WHERE rolname = :'app'))
UNION ALL
SELECT 'role ' || :'app', 'role-makes-roles', 'has CREATEROLE, and with it every role but superusers', false FROM pg_roles
WHERE rolname = :'app' AND rolcreaterole
UNION ALL
SELECT 'role ' || rolname, 'role-does-not-cross', 'has no BYPASSRLS: migrations and the control plane would see nothing', false FROM pg_roles
WHERE rolname IN (:'owner', :'admin') AND NOT rolbypassrls
UNION ALL
SELECT 'schema public', 'create-on-schema', :'app' || ' may create tables, and owns what it creates', false
WHERE has_schema_privilege(:'app', 'public', 'CREATE')
UNION ALL
SELECT 'schema public', 'default-privileges',
    format('new %s of %s: %s gets no %s', k.noun, :'owner', r.role, string_agg(p.privilege, ', ' ORDER BY p.privilege)), false
FROM (VALUES ('r'::"char", 'tables', ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']), ('S', 'sequences', ARRAY['USAGE', 'SELECT'])) AS k (type, noun, wanted)
CROSS JOIN (VALUES (:'admin'), (:'app')) AS r (role)
CROSS JOIN LATERAL unnest(k.wanted) AS p (privilege)
WHERE NOT EXISTS (
    SELECT FROM pg_default_acl d CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
    WHERE d.defaclrole = :'owner'::regrole AND d.defaclnamespace = 'public'::regnamespace AND d.defaclobjtype = k.type
      AND a.grantee = r.role::regrole AND a.privilege_type = p.privilege)
GROUP BY k.noun, r.role
UNION ALL
SELECT 'database', 'no-tenant-table', 'there is no table public.tenant: have the migrations been run?', false
WHERE to_regclass('public.tenant') IS NULL
UNION ALL
SELECT 'database', 'too-few-tables', format('got %s tables with tenant_id, want %s or more', count(*), :minimum_tables), false
FROM subject WHERE NOT is_partition
HAVING count(*) < :minimum_tables;
