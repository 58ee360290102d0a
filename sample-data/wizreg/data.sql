-- The rows of wizreg: two schools, the same rows on every run.

INSERT INTO school (id, name, full_name, country, status) VALUES
  (1, 'hogwarts', 'Hogwarts School of Witchcraft and Wizardry', 'Scotland', 'open'),
  (2, 'castelobruxo', 'Castelobruxo, Escola Superior de Magizoologia, Herbologia e demais Artes Mágicas da Floresta Amazônica (Campus Ribeirinho do Alto Solimões)', NULL, 'open');

INSERT INTO house (id, tenant_id, name, colours)
SELECT s * 10 + n, s, (ARRAY[ARRAY['Lions', 'Eagles', 'Badgers', 'Snakes'], ARRAY['Onça', 'Boto', 'Arara', 'Sucuri']])[s][n],
       CASE n WHEN 4 THEN NULL WHEN 3 THEN '{}'::text[] ELSE ARRAY['red', 'gold'] END
FROM generate_series(1, 2) AS s, generate_series(1, 4) AS n;

INSERT INTO student (tenant_id, name, house_id, year, familiar, notes, enrolled_on) VALUES
  (1, 'Harry Potter', 11, 5, 'owl 🦉', '{"quidditch": true, "detentions": 3}', '1991-09-01'),
  (1, 'Hermine Granger', 11, 5, 'cat', '{"prefect": true}', '1991-09-01'),
  (2, 'Alanza Alves', 21, 6, 'onça-pintada 🐆', '{"prefect": false, "club": null}', '2018-02-12');
INSERT INTO student (tenant_id, name, house_id, year, familiar, notes, enrolled_on)
SELECT 1, (ARRAY['Maeve', 'Rhys', 'Isobel', 'Tadhg', 'Zoë', 'Angus', 'Siân', 'Oisín', 'Flora'])[1 + i % 9] || ' '
         || (ARRAY['Blackwood', 'O''Connell', 'MacLeod', 'Pryce-Jones', 'Thistle', 'Ní Bhriain', 'Umberstone'])[1 + i * 3 % 7],
       CASE WHEN i % 15 > 0 THEN 11 + i % 4 END, CASE WHEN i % 11 > 0 THEN 1 + i % 7 END, CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'toad' ELSE 'owl' END,
       CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN 'null'::jsonb WHEN 2 THEN '[]'::jsonb ELSE jsonb_build_object('height_cm', 120 + i % 70) END, date '1990-09-01' + i * 3
FROM generate_series(1, 140) AS i;
INSERT INTO student (tenant_id, name, house_id, year, familiar, notes, enrolled_on)
SELECT 2, (ARRAY['João', 'Iracema', 'Raoni', 'Conceição', 'Thiago', 'Yara', 'Inês', 'Ubirajara'])[1 + i % 8] || ' '
         || (ARRAY['da Silva', 'Gonçalves', 'Araújo', 'Brandão', 'Figueirêdo', 'Tupinambá'])[1 + i * 5 % 6],
       CASE WHEN i % 12 > 0 THEN 21 + i % 4 END, 1 + i % 7, CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN 'capivara' ELSE 'arara 🦜' END,
       CASE i % 4 WHEN 0 THEN NULL ELSE jsonb_build_object('língua', 'português', 'poções', i % 10) END, date '2017-02-10' + i * 5
FROM generate_series(1, 90) AS i;

INSERT INTO course (id, tenant_id, title, teacher, room)
SELECT s * 10 + n, s, (ARRAY[ARRAY['Potions', 'Charms', 'Herbology', 'Flying', 'History'], ARRAY['Poções', 'Encantamentos', 'Herbologia', 'Voo', 'História']])[s][n],
       CASE WHEN n < 5 THEN (ARRAY['Prof. Ashgrove', 'Profª. Jaçanã'])[s] END, CASE n WHEN 1 THEN 'Dungeon' WHEN 2 THEN '' END
FROM generate_series(1, 2) AS s, generate_series(1, 5) AS n;

INSERT INTO enrolment (tenant_id, student_id, course_id, grade)
SELECT s.tenant_id, s.id, c.id, CASE (s.id + c.id) % 6 WHEN 5 THEN NULL ELSE (ARRAY['O', 'E', 'A', 'P', 'T'])[1 + (s.id + c.id) % 6] END
FROM student s JOIN course c ON c.tenant_id = s.tenant_id
WHERE (s.id + c.id) % 4 > 0
ORDER BY s.id, c.id;

SELECT setval('house_id_seq', max(id)) FROM house;
SELECT setval('course_id_seq', max(id)) FROM course;

ANALYZE;
