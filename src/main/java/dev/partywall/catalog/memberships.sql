-- Who belongs to whom; before PostgreSQL 16 inheriting is the member's attribute and SET ROLE is always allowed.
SELECT m.roleid, m.member, m.grantor,
       coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, member.rolinherit),
       coalesce((to_jsonb(m) ->> 'set_option')::boolean, true),
       m.admin_option
FROM pg_auth_members m
JOIN pg_roles member ON member.oid = m.member
JOIN pg_roles role ON role.oid = m.roleid
ORDER BY role.rolname, member.rolname, m.grantor
