-- Takes away what is accepted, adds exceptions that accept nothing, and tells the rest table by table.
-- Without row level security neither FORCE nor a policy means anything, so accepting the one accepts the others.
CREATE TEMP TABLE used AS
SELECT DISTINCT a.subject AS accepted_subject, a.finding AS accepted_finding, f.subject, f.finding
FROM finding f
JOIN accepted a ON f.acceptable AND a.subject IN (f.subject, f.root)
    AND (a.finding = f.finding OR (a.finding = 'no-rls' AND f.finding IN ('no-force', 'no-policy')))
    AND trim(a.reason) <> '';

DELETE FROM finding f USING used u WHERE u.subject = f.subject AND u.finding = f.finding;

INSERT INTO finding (subject, root, finding, detail)
SELECT a.subject, a.subject, 'exception-without-reason', 'accepted-exceptions.csv accepts ' || a.finding || ' and does not say why' FROM accepted a
WHERE coalesce(trim(a.reason), '') = ''
UNION ALL
SELECT a.subject, a.subject, 'unused-exception', 'accepted-exceptions.csv accepts ' || a.finding || ', which it is not: take the line out' FROM accepted a
WHERE trim(a.reason) <> '' AND NOT EXISTS (SELECT FROM used u WHERE u.accepted_subject = a.subject AND u.accepted_finding = a.finding);

\pset footer off
SELECT s.name AS "table", s.kind,
    coalesce((SELECT string_agg(DISTINCT f.finding, ' ' ORDER BY f.finding) FROM finding f WHERE f.subject = s.name), 'ok') AS missing
FROM subject s
WHERE NOT s.is_partition OR EXISTS (SELECT FROM finding f WHERE f.subject = s.name)
ORDER BY s.root, s.is_partition, s.name;

SELECT count(*) > 0 AS has_findings, count(*) AS findings FROM finding \gset
\if :has_findings
SELECT subject, finding, detail FROM finding ORDER BY subject, finding, detail;
\endif

-- Shown every time, so that nobody forgets what was accepted.
SELECT EXISTS (SELECT FROM used) AS has_accepted \gset
\if :has_accepted
SELECT DISTINCT a.subject AS accepted, a.finding, a.reason
FROM accepted a JOIN used u ON u.accepted_subject = a.subject AND u.accepted_finding = a.finding ORDER BY 1, 2;
\endif

SELECT count(*) FILTER (WHERE NOT is_partition) AS tables, count(*) FILTER (WHERE is_partition) AS partitions,
    (SELECT count(*) FROM used) AS accepted_count FROM subject \gset
\echo :tables 'tables with tenant_id and' :partitions 'partitions looked at;' :accepted_count 'findings accepted with a reason'
\echo audit: :findings findings
