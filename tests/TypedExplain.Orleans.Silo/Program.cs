using System.Globalization;
using TypedExplain.Batch.Worker;
using TypedExplain.Orleans.Silo;

// What eng/orleans.sh starts: it makes rows, explains them without a cluster, is a silo, or asks the cluster for the job.
return args switch
{
    ["make", var count, var path] => WideRows.Write(int.Parse(count, CultureInfo.InvariantCulture), path),
    ["plain", var rows, var folder, var counts] => await PlainRun.RunAsync(rows, folder, counts),
    ["silo", var number, var redis, var rows, var folder, var counts, var most] => await OneSilo.RunAsync(int.Parse(number, CultureInfo.InvariantCulture), redis, new(rows, folder, counts, long.Parse(most, CultureInfo.InvariantCulture))),
    ["start", var redis] => await Caller.RunAsync(redis, start: true),
    ["status", var redis] => await Caller.RunAsync(redis, start: false),
    _ => 2,
};
