--liquibase formatted sql
--changeset latchkey:visible-text splitStatements:true endDelimiter:;;

-- One notion of what people write to be read by people, here and in kernel.VisibleText; VisibleTextTest holds the two together, code point by
-- code point. Composed (NFC), something to be seen, and nothing that is no character, steers the writing or stands for nothing: no control,
-- no format character but the two joiners, no separator of lines or paragraphs, no filler of Hangul, none for private use.
create function is_sound(written text) returns boolean language sql immutable parallel safe
  return written is nfc normalized
     and unicode_assigned(written)
     and (written collate "C") !~ ('[\u007f-\u009f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e'
       || '\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\uffa0\ufff0-\ufffb\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3'
       || '\U0001D173-\U0001D17A\U000E0000-\U000E00FF\U000F0000-\U0010FFFF]')
     and (written collate "C") !~ '^[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u200c\u200d\u202f\u205f\u3000]'
     and (written collate "C") !~ '[\u0009-\u000d\u0020\u00a0\u1680\u2000-\u200a\u200c\u200d\u202f\u205f\u3000]$'
     and (written collate "C") ~ ('[^\u0009-\u000d\u0020\u00a0\u034f\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200d\u202f\u205f\u2800\u3000\ufe00-\ufe0f'
       || '\U00016FE4\U0001D159\U000E0100-\U000E01EF]');;

-- A name, or another line.
create function is_line(written text) returns boolean language sql immutable parallel safe
  return is_sound(written) and (written collate "C") !~ '[\u0001-\u001f]';;

-- A text that may have several lines, each ended by a line feed alone; tabs may stand in it.
create function is_text(written text) returns boolean language sql immutable parallel safe
  return is_sound(written) and (written collate "C") !~ '[\u0001-\u0008\u000b-\u001f]';;
