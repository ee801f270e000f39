-- Sets the password of role :role to the two equal lines on standard input.
-- \password hashes it here (SCRAM): the server, its statement log and pg_stat_statements only ever see the verifier, and nothing is in argv.
\password :role
