-- Applies the checklist to one table: psql -v table=public.new_feature_table -v admin=idp_admin_user -v app=idp_app_user -f secure-table.sql
-- Run by the owner, after the table was created. Running it again changes nothing.
\set ON_ERROR_STOP on
SELECT tenancy.secure_table(:'table'::regclass, :'admin', :'app');
