import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { grantRights } from '../roles'
import { type Attack, type AttackedService, attackedService } from '../testing/attacked-service'
import { refusalOf } from '../testing/refusal'

let at: AttackedService
beforeAll(async () => {
  at = await attackedService()
})
afterAll(() => at.drop())

describe("the application's own role", () => {
  const denied = async (attack: Attack) => expect(await refusalOf(at.app, attack)).toBe('permission denied')

  it.each([
    'alter table applications disable trigger all',
    'alter table decisions drop constraint a_rejection_tells_the_remedies',
    'drop trigger application_events_are_append_only on application_events',
    'create or replace function refuse(constraint_name text, why text) returns void language sql as $$ select $$',
    'set session_replication_role = replica',
    'create table mine (id int)',
    // A table of one's own session would hide the one that the triggers read.
    'create temporary table application_transitions (from_status text, to_status text)',
    `create temporary table service_clock as select interval '1 year' as ahead`,
    'create function public.mine() returns int language sql as $$ select 1 $$',
    `insert into application_transitions values ('revive', 'withdrawn', 'accepted', 'officer', '[]')`,
    'delete from application_transitions',
    `update time_limits set working_days = 100`,
    `insert into counties values ('1', 'x', 'x')`,
    `update commitment_versions set text = 'x'`,
    `update service_clock set ahead = interval '1 day'`,
    'select * from graphile_worker._private_jobs',
    'select * from graphile_worker.jobs',
    `select graphile_worker.add_job('carry-out-due-deadlines', '{}')`,
    'select * from migrations.__drizzle_migrations',
    'set role registration_owner',
  ])('may not: %s', async attack => {
    await denied(sql => sql.unsafe(attack))
  })

  it('could hide no table from the triggers, even if it might make temporary ones', async () => {
    const [server] = await at.owner`select current_database() as name`
    const admin = postgres(inject('testCluster').adminUrl, { max: 1, onnotice: () => {} })
    await admin.unsafe(`grant temporary on database ${server?.name} to registration_app`)
    await admin.end()
    const refused = await refusalOf(at.app, async sql => {
      await sql`create temporary table application_transitions on commit drop as
        select 'registered' as from_status, 'accepted' as to_status`
      await sql`update applications set status = 'accepted' where id = ${at.registered.id}`
    })
    expect(refused).toBe('status_follows_the_transition_table')
  })

  it('moves no clock in production', async () => {
    const move: Attack = sql => sql`select set_service_clock_ahead(interval '1 day')`
    expect(await refusalOf(at.app, move)).toBe('nothing')
    await grantRights({ owner: at.owner, timeTravel: false })
    await denied(move)
    await grantRights({ owner: at.owner, timeTravel: true })
  })
})
