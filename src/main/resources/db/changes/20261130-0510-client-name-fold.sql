--liquibase formatted sql
--changeset latchkey:client-name-fold splitStatements:true endDelimiter:;;

-- How a name is compared: small letters without accents, one apostrophe for all that look like one, a hyphen for all that stands between the
-- parts of a name, and nothing that is not seen. Letters that Unicode does not take apart are spelled as people do who lack the key.
create or replace function searchable(name text) returns text language sql immutable parallel safe
  return normalize(regexp_replace(replace(replace(replace(
      translate(lower(normalize(translate(name,
          U&'\2018\2019\201a\201b\2032\2035\02b9\02bb\02bc\02bd\02be\02bf\02c8\0060\00b4\0384\1fbf\1fbd\ff07\a78b\a78c\05f3\055a\2010\2011\2012\2013\2014\2015\2043\2212\ff0d\058a\05be\1806\2e3a\2e3b\301c\30a0\30fb\ff65\00b7\2027\005f\002c\003b\002f\0028\0029\002e\003a\005b\005d\0022\201c\201d\201e\00ab\00bb\1680\0009\000a\000b\000c\000d\0085\2028\2029',
          rpad('', 23, '''') || rpad('', 36, '-') || rpad('', 9, ' ')), nfkd)),
        U&'\00f8\0142\0111\0131\03c2\0127\0167', U&'\006f\006c\0064\0069\03c3\0068\0074'),
      U&'\00df', 'ss'), U&'\00e6', 'ae'), U&'\0153', 'oe'),
    '[\u0300-\u036f\u200b-\u200d\u00ad\ufe00-\ufe0f]', '', 'g'), nfkc);;

-- A searched word, which comes without what stands between words. Nodes of the version before leave it in, and find the name all the same.
create or replace function name_start(word text) returns text language sql immutable parallel safe
  return left(translate(searchable(word), '''- ', ''), 24);;

-- O'Brien-Smith is found as obrien, brien, smith, obriensmith.
create or replace function name_starts(name text) returns setof text language sql immutable parallel safe
begin atomic
  select distinct left(word, length)
    from searchable(name) folded,
         lateral (values (translate(folded, '''-', '  ')), (translate(folded, '-''', ' ')), (translate(folded, '-''', ''))) spelling (words),
         unnest(string_to_array(words, ' ')) word, generate_series(1, least(char_length(word), 24)) length;
end;;
