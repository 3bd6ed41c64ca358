--liquibase formatted sql
--changeset latchkey:login-link-batch runInTransaction:false splitStatements:true endDelimiter:;;

-- Login links that a staff member has sent to many clients at once, and how far that has come.
create table if not exists login_link_batch (
  id          uuid        primary key,
  clinic_id   uuid        not null references clinic,
  started_by  uuid        not null,
  started_at  timestamptz not null,
  given_up_at timestamptz not null,
  clients     integer     not null,
  letters     integer     not null check (letters > 0),
  waiting     integer     not null check (waiting >= 0),
  sent        integer     not null check (sent >= 0),
  left_out    integer     not null check (left_out >= 0),
  cancelled   integer     not null check (cancelled >= 0),
  ended_at    timestamptz,
  unique (clinic_id, id),
  foreign key (clinic_id, started_by) references staff_member (clinic_id, id),
  check (clients = waiting + sent + left_out + cancelled),
  check ((waiting = 0) = (ended_at is not null))
);;
create index if not exists login_link_batch_by_member on login_link_batch (clinic_id, started_by);;
create unique index if not exists login_link_batch_runs on login_link_batch (clinic_id) where ended_at is null;;

create or replace trigger login_link_batch_stands before update on login_link_batch for each row
  when ((old.id, old.clinic_id, old.started_by, old.started_at, old.given_up_at, old.clients, old.letters)
          is distinct from (new.id, new.clinic_id, new.started_by, new.started_at, new.given_up_at, new.clients, new.letters)
        or old.ended_at is not null)
  execute function stands('a batch is started once, and ends once');;

-- A client of a batch. Of those who share a mailbox one carries the letter, and waits in the queue for all of them.
create table if not exists login_link_batch_recipient (
  id            uuid    primary key,
  clinic_id     uuid    not null references clinic,
  batch_id      uuid    not null,
  client_id     uuid    not null,
  address_key   text    check (is_line(address_key)),
  status        text    not null check (status in ('waiting', 'sent', 'left-out', 'cancelled')),
  reason        text    check (reason in (
    'archived', 'portal-access-off', 'no-email', 'signed-in-lately', 'address-changed', 'portal-off', 'too-late')),
  carries       boolean not null,
  login_link_id uuid,
  due_at        timestamptz,
  claimed_by    uuid,
  attempts      integer not null default 0,
  urgent        boolean not null default false,
  unique (batch_id, client_id),
  foreign key (clinic_id, batch_id) references login_link_batch (clinic_id, id),
  foreign key (clinic_id, client_id) references client (clinic_id, id),
  foreign key (clinic_id, login_link_id) references login_link (clinic_id, id) on delete set null (login_link_id),
  check ((status = 'left-out') = (reason is not null)),
  check (login_link_id is null or status = 'sent'),
  check (address_key is not null or status = 'left-out'),
  check (due_at is null or carries and status = 'waiting')
);;
-- One letter for each mailbox.
create unique index if not exists login_link_batch_recipient_carries on login_link_batch_recipient (batch_id, address_key) where carries;;
create index if not exists login_link_batch_recipient_waits on login_link_batch_recipient (batch_id, address_key) where status = 'waiting';;
create index if not exists login_link_batch_recipient_in_order on login_link_batch_recipient (batch_id, id);;
create index if not exists login_link_batch_recipient_by_status on login_link_batch_recipient (batch_id, status, id);;
create index if not exists login_link_batch_recipient_of_batch on login_link_batch_recipient (clinic_id, batch_id);;
create index if not exists login_link_batch_recipient_of_client on login_link_batch_recipient (clinic_id, client_id);;
create index if not exists login_link_batch_recipient_of_link on login_link_batch_recipient (clinic_id, login_link_id) where login_link_id is not null;;
create index if not exists login_link_batch_recipient_due on login_link_batch_recipient (urgent, due_at) where claimed_by is null and due_at is not null;;
create index if not exists login_link_batch_recipient_claimed on login_link_batch_recipient (due_at) where claimed_by is not null;;

create or replace trigger login_link_batch_recipient_leaves_queue before update on login_link_batch_recipient for each row
  when (new.status <> 'waiting' and new.due_at is not null) execute function leave_queue();;
create or replace trigger login_link_batch_recipient_stands before update on login_link_batch_recipient for each row
  when ((old.id, old.clinic_id, old.batch_id, old.client_id, old.address_key, old.carries)
          is distinct from (new.id, new.clinic_id, new.batch_id, new.client_id, new.address_key, new.carries)
        or old.status <> 'waiting' and (old.status, old.reason) is distinct from (new.status, new.reason))
  execute function stands('what became of a client of a batch stands');;

drop policy if exists callers_own on login_link_batch;;
create policy callers_own on login_link_batch using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table login_link_batch enable row level security, force row level security;;
drop policy if exists callers_own on login_link_batch_recipient;;
create policy callers_own on login_link_batch_recipient using (
  (select shows_everything()) or clinic_id = (select shown_clinic()) and (select shown_to_staff()));;
alter table login_link_batch_recipient enable row level security, force row level security;;

--changeset latchkey:letter-says-if-urgent splitStatements:true endDelimiter:;;
-- A login link that staff send to many is not urgent. All nodes say so of a letter by now.
drop trigger if exists letter_is_urgent on letter;;
drop function if exists letter_is_urgent();;
