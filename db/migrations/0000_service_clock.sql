-- The service's time: one clock for code, triggers and jobs, so that no machine's wrong clock shifts a
-- deadline. Written in plpgsql because the table it reads is made by the next migration.
create function service_now() returns timestamptz
language plpgsql stable
set search_path = public
as $$
begin
  return now() + coalesce((select ahead from service_clock), interval '0');
end;
$$;
