-- wizreg: the students of several schools; the tenant comes from the setting by default, and the setting must be there.
-- Run as superuser in an empty database. Roles are cluster-wide, so they are created only when absent.

DO $roles$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'wizreg_owner') THEN CREATE ROLE wizreg_owner; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'wizreg') THEN CREATE ROLE wizreg; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'wizreg_admin') THEN CREATE ROLE wizreg_admin; END IF;
END
$roles$;
ALTER ROLE wizreg_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE wizreg LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB;
ALTER ROLE wizreg_admin LOGIN NOSUPERUSER BYPASSRLS NOCREATEROLE NOCREATEDB;

ALTER SCHEMA public OWNER TO wizreg_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO wizreg, wizreg_admin;

SET ROLE wizreg_owner;

-- The schools: each reads its own entry only.
CREATE TABLE school (
  id int PRIMARY KEY,
  name text NOT NULL UNIQUE,
  full_name text NOT NULL,
  country text,
  status text NOT NULL CHECK (status IN ('open', 'closed'))
);
ALTER TABLE school ENABLE ROW LEVEL SECURITY;
ALTER TABLE school FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON school
  USING (id = current_setting('wizreg.current_tenant')::int);
GRANT SELECT ON school TO wizreg;

CREATE TABLE house (
  id serial PRIMARY KEY,
  tenant_id int NOT NULL DEFAULT current_setting('wizreg.current_tenant')::int REFERENCES school (id),
  name text NOT NULL,
  colours text[],
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, name)
);
ALTER TABLE house ENABLE ROW LEVEL SECURITY;
ALTER TABLE house FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON house
  USING (tenant_id = current_setting('wizreg.current_tenant')::int);
GRANT SELECT, INSERT, UPDATE, DELETE ON house TO wizreg;
GRANT USAGE ON SEQUENCE house_id_seq TO wizreg;

CREATE TABLE student (
  id serial PRIMARY KEY,
  tenant_id int NOT NULL DEFAULT current_setting('wizreg.current_tenant')::int REFERENCES school (id),
  name text NOT NULL,
  house_id int,
  year smallint CHECK (year BETWEEN 1 AND 7),
  familiar text,
  notes jsonb,
  enrolled_on date,
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, house_id) REFERENCES house (tenant_id, id)
);
CREATE INDEX student_house_idx ON student (tenant_id, house_id);
ALTER TABLE student ENABLE ROW LEVEL SECURITY;
ALTER TABLE student FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON student
  USING (tenant_id = current_setting('wizreg.current_tenant')::int);
GRANT SELECT, INSERT, UPDATE, DELETE ON student TO wizreg;
GRANT USAGE ON SEQUENCE student_id_seq TO wizreg;

CREATE TABLE course (
  id serial PRIMARY KEY,
  tenant_id int NOT NULL DEFAULT current_setting('wizreg.current_tenant')::int REFERENCES school (id),
  title text NOT NULL,
  teacher text,
  room text,
  UNIQUE (tenant_id, id),
  UNIQUE (tenant_id, title)
);
ALTER TABLE course ENABLE ROW LEVEL SECURITY;
ALTER TABLE course FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON course
  USING (tenant_id = current_setting('wizreg.current_tenant')::int);
GRANT SELECT, INSERT, UPDATE, DELETE ON course TO wizreg;
GRANT USAGE ON SEQUENCE course_id_seq TO wizreg;

CREATE TABLE enrolment (
  tenant_id int NOT NULL DEFAULT current_setting('wizreg.current_tenant')::int REFERENCES school (id),
  student_id int NOT NULL,
  course_id int NOT NULL,
  grade text,
  PRIMARY KEY (tenant_id, student_id, course_id),
  FOREIGN KEY (tenant_id, student_id) REFERENCES student (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, course_id) REFERENCES course (tenant_id, id)
);
CREATE INDEX enrolment_course_idx ON enrolment (tenant_id, course_id);
ALTER TABLE enrolment ENABLE ROW LEVEL SECURITY;
ALTER TABLE enrolment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation_policy ON enrolment
  USING (tenant_id = current_setting('wizreg.current_tenant')::int);
GRANT SELECT, INSERT, UPDATE, DELETE ON enrolment TO wizreg;

RESET ROLE;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO wizreg_admin;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO wizreg_admin;
