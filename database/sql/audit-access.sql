-- Step 5, and the ways around the policies of a table: other owners, TRUNCATE, views, functions.
INSERT INTO finding (subject, root, finding, detail)
SELECT s.name, s.root, 'missing-grant', format('%s may not %s', r.role, string_agg(p.privilege, ', ' ORDER BY p.privilege))
FROM subject s
CROSS JOIN (VALUES (:'admin'), (:'app')) AS r (role)
CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) AS p (privilege)
WHERE NOT s.is_partition AND NOT has_table_privilege(r.role, s.oid, p.privilege)
GROUP BY s.name, s.root, r.role
UNION ALL
SELECT s.name, s.root, 'missing-sequence-grant', format('%s may not use sequence %s', r.role, q.relname)
FROM subject s
JOIN pg_depend d ON d.refobjid = s.oid AND d.refclassid = 'pg_class'::regclass AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
JOIN pg_class q ON q.oid = d.objid AND q.relkind = 'S'
CROSS JOIN (VALUES (:'admin'), (:'app')) AS r (role)
WHERE NOT (has_sequence_privilege(r.role, q.oid, 'USAGE') AND has_sequence_privilege(r.role, q.oid, 'SELECT'))
UNION ALL
SELECT name, root, 'truncate-grant', :'app' || ' may TRUNCATE it, which no policy stops' FROM subject
WHERE has_table_privilege(:'app', oid, 'TRUNCATE')
UNION ALL
SELECT name, root, 'wrong-owner', format('belongs to %s, want %s', relowner::regrole, :'owner') FROM subject
WHERE relowner <> :'owner'::regrole;

-- A view asks with the rights of its owner unless it is told otherwise; what a materialized view holds has no policy at all.
INSERT INTO finding (subject, root, finding, detail)
SELECT c.relname, c.relname,
    CASE c.relkind WHEN 'v' THEN 'view-crosses-tenants' ELSE 'materialized-view' END,
    CASE c.relkind WHEN 'v' THEN 'asks with the rights of ' || c.relowner::regrole || ', want security_invoker' ELSE 'policies do not apply to it' END
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm')
  AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(:'app', n.oid, 'USAGE') AND has_table_privilege(:'app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
  AND NOT coalesce((SELECT option_value::boolean FROM pg_options_to_table(c.reloptions) WHERE option_name = 'security_invoker'), false);

INSERT INTO finding (subject, root, finding, detail)
SELECT p.proname, p.proname, 'security-definer', format('runs with the rights of %s, who crosses tenants', p.proowner::regrole)
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_roles o ON o.oid = p.proowner AND (o.rolbypassrls OR o.rolsuper)
WHERE p.prosecdef AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(:'app', n.oid, 'USAGE') AND has_function_privilege(:'app', p.oid, 'EXECUTE');
