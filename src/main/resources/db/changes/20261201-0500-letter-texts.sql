--liquibase formatted sql
--changeset latchkey:letter-texts splitStatements:true endDelimiter:;;

-- What a clinic's letters say in its own words.
alter table clinic
  add column letter_greeting  text constraint clinic_letter_greeting
    check (is_line(letter_greeting) and char_length(letter_greeting) <= 200),
  add column letter_signature text constraint clinic_letter_signature
    check (is_text(letter_signature) and char_length(letter_signature) <= 500
           and cardinality(string_to_array(letter_signature, chr(10))) <= 6);;
