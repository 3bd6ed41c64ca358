--liquibase formatted sql
--changeset latchkey:retired-slug-newest-first runInTransaction:false splitStatements:true endDelimiter:;;

create index if not exists retired_slug_newest_first on retired_slug (clinic_id, retired_at desc, slug);;
