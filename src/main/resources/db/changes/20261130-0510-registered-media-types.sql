--liquibase formatted sql
--changeset latchkey:registered-media-types splitStatements:true endDelimiter:;;

-- Tika has names of its own for families of formats (application/x-tika-ooxml), which no other program knows. Nodes of before still write
-- them, so a row is put right when it is written. An Office file with a password is one of those; its name says which.
create function media_type_is_registered() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.media_type := case
    when new.media_type like 'text/%' then 'text/plain'
    when new.media_type like 'application/x-tika-%ooxml' then 'application/zip'
    when new.media_type like 'application/vnd.%' then 'application/xml'
    else case lower(substring(new.name from '\.([^.]+)$'))
      when 'docx' then 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
      when 'xlsx' then 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      when 'pptx' then 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
      else 'application/octet-stream'
    end
  end;
  return new;
end
$$;;

create trigger media_type_is_registered before insert or update on document for each row
  when (new.media_type like '%tika%') execute function media_type_is_registered();;

select set_config('latchkey.clinic', '*', true);;
update document set media_type = media_type, version = version + 1 where media_type like '%tika%';;
