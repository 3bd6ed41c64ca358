--liquibase formatted sql
--changeset latchkey:staff-device-epoch

-- Raised with each new password: a browser that was signed in under a former one is a stranger again.
alter table staff_member add column device_epoch integer not null default 0 check (device_epoch >= 0);
