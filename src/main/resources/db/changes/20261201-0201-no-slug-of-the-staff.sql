--liquibase formatted sql
--changeset latchkey:no-slug-of-the-staff runInTransaction:false splitStatements:true endDelimiter:;;

-- The staff's pages may be there. A clinic of before the rule keeps its address, which may be a host of its own.
alter table clinic drop constraint if exists clinic_slug_not_of_the_staff,
  add constraint clinic_slug_not_of_the_staff check (slug <> 'staff' or created_at < '2026-12-02T00:00:00Z'::timestamptz) not valid;;
alter table clinic validate constraint clinic_slug_not_of_the_staff;;
