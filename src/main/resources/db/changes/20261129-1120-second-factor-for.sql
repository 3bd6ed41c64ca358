--liquibase formatted sql
--changeset latchkey:second-factor-for splitStatements:true endDelimiter:;;

alter table clinic
  add column second_factor_for text not null default 'NOBODY' check (second_factor_for in ('NOBODY', 'OWNERS', 'EVERYBODY'));;

update clinic set second_factor_for = 'OWNERS' where owners_need_second_factor;;

-- Nodes of the version before read and write the old column. It goes when none of them is left, and this with it.
create function clinic_second_factor_in_both_words() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.second_factor_for is distinct from old.second_factor_for then
    new.owners_need_second_factor := new.second_factor_for <> 'NOBODY';
  elsif new.owners_need_second_factor is distinct from old.owners_need_second_factor then
    new.second_factor_for := case when new.owners_need_second_factor then 'OWNERS' else 'NOBODY' end;
  end if;
  return new;
end
$$;;

create trigger clinic_second_factor_in_both_words before update on clinic
  for each row execute function clinic_second_factor_in_both_words();;
