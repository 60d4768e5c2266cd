using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;

namespace TypedExplain.Orleans.Silo;

/// <summary>A silo of a cluster on this machine, whose silos find each other in Redis.</summary>
internal static class OneSilo
{
    private const int FirstPort = 11_200, FirstGateway = 30_200;

    public static async Task<int> RunAsync(int number, string redis, SiloJob job)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        ConfigurationOptions address = ConfigurationOptions.Parse(redis);
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(Cluster)
            .Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromSeconds(3);
                options.NumMissedProbesLimit = 2;
                options.NumVotesForDeathDeclaration = 1;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(5);
                options.DefunctSiloCleanupPeriod = null;
            })
            .Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(10))
            .ConfigureEndpoints(IPAddress.Loopback, FirstPort + number, FirstGateway + number)
            .UseRedisClustering(options => options.ConfigurationOptions = address)
            .AddRedisGrainStorage(SiloJob.Storage, options => options.ConfigurationOptions = address)
            .AddQueryBudget(SiloJob.Budget, new() { StorageName = SiloJob.Storage, MaxRows = job.MaxRows })
            .AddExplanationJob(
                SiloJob.Name,
                services => job.Of(model => model.WithClusterBudget(services.GetRequiredService<IGrainFactory>(), SiloJob.Budget, blockRows: 20_000).Identified("function", "1", new string('f', 64))),
                new() { LeaseTime = TimeSpan.FromSeconds(8), HeartbeatTime = TimeSpan.FromSeconds(2), StorageName = SiloJob.Storage }));
        await builder.Build().RunAsync();
        return 0;
    }

    public static void Cluster(ClusterOptions options) => (options.ClusterId, options.ServiceId) = ("explanations", "explanations");
}
