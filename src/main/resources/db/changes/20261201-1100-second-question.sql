--liquibase formatted sql
--changeset latchkey:second-question splitStatements:true endDelimiter:;;

-- What a clinic asks of its clients after the login link. A node of the version before asks nothing.
alter table clinic
  add column second_question text not null default 'NONE'
    constraint clinic_second_question_known check (second_question in ('NONE', 'BIRTH_YEAR', 'BIRTH_DATE'));;
