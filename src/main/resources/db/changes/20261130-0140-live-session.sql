--liquibase formatted sql
--changeset latchkey:live-session

-- Every request asks in one question whether its session stands and what its holder is now. What that takes of the tables of four features
-- is said here, so that each of them is still named by its own feature alone. With the rights of the one who asks, or row-level security
-- would be that of the owner.
create view live_session with (security_invoker = true) as
  select session.id, session.clinic_id, session.client_id, session.staff_member_id, member.role,
         factor.enrolled_at is null
           and (clinic.second_factor_for = 'EVERYBODY' or clinic.second_factor_for = 'OWNERS' and member.role = 'OWNER') as must_enrol
    from session
    left join staff_member member on member.id = session.staff_member_id
    left join clinic on clinic.id = member.clinic_id
    left join staff_second_factor factor on factor.staff_member_id = member.id
   where session.ended_at is null and clock_timestamp() < session.ends_at
     and (session.staff_member_id is null or member.id is not null and member.suspended_at is null);
