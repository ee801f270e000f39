-- Who am I, where, and which tenants do I see? Run by the owner and by the control plane's role: both see them all.
SELECT current_user AS role, current_database() AS database, count(*) AS tenants FROM tenant;
