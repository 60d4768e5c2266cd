namespace TypedExplain.Batch.Tests.Scale;

/// <summary>
/// Plays a job: workers take shards one after the other, share the disk and the model's budget, die at random and begin their shard
/// anew. Time goes on in steps; nothing of the formula is in it.
/// </summary>
internal sealed class FleetSimulation(Fleet fleet, int seed)
{
    private readonly RandomStream _stream = new(seed, "fleet");
    private long _draw;

    /// <summary>Seconds until the last shard is finished, and how many workers died.</summary>
    public (double Seconds, int Deaths) Run(double step)
    {
        Worker[] workers = [.. Enumerable.Range(0, fleet.Workers).Select(i => new Worker { Left = Share(i), DiesIn = Life() })];
        int deaths = 0;
        double seconds = 0;
        while (workers.Any(worker => worker.Left > 0))
        {
            Worker[] busy = [.. workers.Where(worker => worker.Left > 0 && worker.Pause <= 0)];
            double speed = Speed(busy.Length);
            foreach (Worker worker in workers.Where(worker => worker.Left > 0))
            {
                if (worker.Pause > 0)
                {
                    worker.Pause -= step;
                    continue;
                }

                worker.DiesIn -= step;
                if (worker.DiesIn <= 0)
                {
                    deaths++;
                    (worker.Done, worker.Pause, worker.DiesIn) = (0, fleet.SecondsToRestart, Life());
                    continue;
                }

                worker.Done += speed * step;
                if (worker.Done >= fleet.ShardRows)
                    (worker.Done, worker.Left) = (worker.Done - fleet.ShardRows, worker.Left - 1);
            }

            seconds += step;
        }

        return (seconds, deaths);
    }

    /// <summary>Rows a second of each worker where so many are at work.</summary>
    private double Speed(int busy)
    {
        double disk = fleet.BytesPerRow > 0 ? fleet.BytesPerSecond / fleet.BytesPerRow / busy : double.PositiveInfinity;
        double model = fleet.QueriesPerRow > 0 ? fleet.QueriesPerSecond / fleet.QueriesPerRow / busy : double.PositiveInfinity;
        return Math.Min(fleet.RowsPerSecond, Math.Min(disk, model));
    }

    private int Share(int worker) => (fleet.Shards / fleet.Workers) + (worker < fleet.Shards % fleet.Workers ? 1 : 0);

    private double Life() => -Math.Log(1 - _stream.Uniform(_draw++)) * fleet.SecondsBetweenDeaths;

    private sealed class Worker
    {
        public int Left { get; set; }

        public double Done { get; set; }

        public double Pause { get; set; }

        public double DiesIn { get; set; }
    }
}
