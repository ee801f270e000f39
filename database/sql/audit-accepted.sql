-- What is accepted, with reasons, from standard input.
CREATE TEMP TABLE accepted (subject text, finding text, reason text);
\copy accepted FROM pstdin WITH (FORMAT csv, HEADER match)
