--liquibase formatted sql
--changeset latchkey:session-device

-- What a person knows a session by. A node of the release before does not say, so the default does.
alter table session
  add column browser          text not null default 'OTHER',
  add column operating_system text not null default 'OTHER',
  add constraint session_browser check (
    browser in ('EDGE', 'OPERA', 'SAMSUNG_INTERNET', 'FIREFOX', 'CHROME', 'SAFARI', 'OTHER')) not valid,
  add constraint session_operating_system check (
    operating_system in ('IPHONE', 'IPAD', 'ANDROID', 'CHROMEOS', 'WINDOWS', 'MACOS', 'LINUX', 'OTHER')) not valid;
