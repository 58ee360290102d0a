-- Lets a batch wait only briefly for a lock, makes its commit durable, and spares it the compiling of expressions.
SELECT set_config('lock_timeout', ?, true),
       set_config('jit', 'off', true),
       set_config('IntervalStyle', 'postgres', true),
       set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') = 'off' THEN 'local'
                                             ELSE current_setting('synchronous_commit') END, true)
       {replica}
