-- Who may do what in database :db, now and with every table and sequence to come.
\echo '- rights in database' :db

-- What everybody has by default would make the grants below meaningless. CREATE on public: only databases born before 15 have it.
REVOKE CONNECT ON DATABASE :"db" FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

GRANT ALL PRIVILEGES ON DATABASE :"db" TO :"owner";
GRANT USAGE, CREATE ON SCHEMA public TO :"owner";

GRANT CONNECT ON DATABASE :"db" TO :"admin", :"app";
GRANT USAGE ON SCHEMA public TO :"admin", :"app";

-- Only what the owner made: tables of extensions or of the master user are nobody's business here.
SELECT format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I, %I', c.oid::regclass, :'admin', :'app')
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relowner = :'owner'::regrole
\gexec
SELECT format('GRANT USAGE, SELECT ON SEQUENCE %s TO %I, %I', c.oid::regclass, :'admin', :'app')
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' AND c.relowner = :'owner'::regrole
\gexec

ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"admin", :"app";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO :"admin", :"app";
