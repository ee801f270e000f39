// Most tests start the command and wait for it: two fixtures at a time keep both processors of a small machine busy.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
