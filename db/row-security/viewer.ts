import { createHash } from 'node:crypto'

/**
 * On whose behalf a statement runs: `app.viewer` says it, and the functions below answer from it. A person is
 * named by the digest of their session's secret, which nobody can read out of the database for another person;
 * the service itself by a key that follows from the password of the application's role.
 */
export const viewerSetting = 'app.viewer'

/** How a statement names the holder of a session. */
export function viewerOfSession(secretDigest: string): string {
  return `session:${secretDigest}`
}

/** How the service names itself: worker, commands of the operator, and doors that check a secret of their own. */
export function serviceViewer({ applicationPassword }: { applicationPassword: string }): string {
  return `service:${sha256(`service-viewer\0${applicationPassword}`)}`
}

/** The same from the address by which the application's role connects. */
export function serviceViewerOf({ appUrl }: { appUrl: string }): string {
  return serviceViewer({ applicationPassword: decodeURIComponent(new URL(appUrl).password) })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** As the owner: they look into tables whose rows the viewer may not see. Each is asked once a statement. */
const asOwner = 'stable security definer parallel safe set search_path = public, pg_temp'

/**
 * What the policies ask. An ended session is nobody's, except for the rest of the transaction that ended it.
 *
 * @param viewer how the service names itself; only its digest goes into the database
 */
export function viewerFunctions({ viewer }: { viewer: string }): string[] {
  return [
    `create or replace function viewer_is_service() returns boolean
      language plpgsql ${asOwner} as $$
      begin
        return coalesce(encode(sha256(convert_to(current_setting('${viewerSetting}', true), 'UTF8')), 'hex'), '')
          = '${sha256(viewer)}';
      end $$`,
    `create or replace function viewer_session() returns sessions
      language plpgsql ${asOwner} as $$
      declare
        found_session sessions;
        said text := current_setting('${viewerSetting}', true);
      begin
        if said is null or said not like 'session:%' then return null; end if;
        select * into found_session from sessions
          where secret_digest = substr(said, 9) and (ended_at is null or ended_at >= service_now());
        return found_session;
      end $$`,
    // A resident, or whom a member of staff helps at the counter in this session, with that resident's code.
    `create or replace function viewer_resident() returns uuid
      language plpgsql ${asOwner} as $$
      declare
        found_session sessions := viewer_session();
      begin
        if found_session.staff_id is null then return found_session.resident_id; end if;
        return (select resident_id from assistances where session_id = found_session.id
          and staff_id = found_session.staff_id and ended_at is null and ends_at > service_now());
      end $$`,
    `create or replace function viewer_staff() returns uuid
      language plpgsql ${asOwner} as $$
      begin
        return (select id from staff where id = (viewer_session()).staff_id and active);
      end $$`,
    `create or replace function viewer_role() returns text
      language plpgsql ${asOwner} as $$
      begin
        return (select role from staff where id = viewer_staff());
      end $$`,
    // Whose cases these are: administrators and auditors serve no office.
    `create or replace function viewer_offices() returns text[]
      language plpgsql ${asOwner} as $$
      begin
        return array(select o.office_code from staff_offices o join staff s on s.id = o.staff_id
          where s.id = viewer_staff() and s.role in ('officer', 'supervisor', 'county'));
      end $$`,
    `create or replace function viewer_phone() returns text
      language plpgsql ${asOwner} as $$
      begin
        return (select phone_lookup from residents where id = viewer_resident());
      end $$`,
    // Applications that a proxy sent for whoever holds this phone, and that nobody has made theirs yet.
    `create or replace function viewer_mandates() returns uuid[]
      language plpgsql ${asOwner} as $$
      begin
        return array(select p.application_id from application_parties p
          join applications a on a.id = p.application_id
          where p.phone_lookup = viewer_phone() and p.role = 'applicant'
            and a.principal_resident_id is null and a.status <> 'draft');
      end $$`,
    // Only that a case exists and whose it is, for staff who followed a reference to the wrong office.
    `create or replace function office_of_reference(asked text) returns text
      language plpgsql ${asOwner} as $$
      begin
        if viewer_staff() is null and not viewer_is_service() then return null; end if;
        return (select office_code from applications where reference = asked);
      end $$`,
    // The auditor reads both logs and no case: of those, the reference alone.
    `create or replace function reference_of_case(asked uuid) returns text
      language plpgsql ${asOwner} as $$
      begin
        if viewer_role() is distinct from 'auditor' and not viewer_is_service() then return null; end if;
        return (select reference from applications where id = asked);
      end $$`,
  ]
}
