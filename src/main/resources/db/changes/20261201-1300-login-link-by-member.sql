--liquibase formatted sql
--changeset latchkey:login-link-by-member runInTransaction:false splitStatements:true endDelimiter:;;

-- The links that one member sent, newest first.
create index if not exists login_link_by_member on login_link (clinic_id, ordered_by, id) where ordered_by is not null;;
