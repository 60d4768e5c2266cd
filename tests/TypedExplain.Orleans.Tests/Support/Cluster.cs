using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;
using TypedExplain.Orleans.Settings;

// Clusters that wait for each other's processors take silos for dead.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace TypedExplain.Orleans.Tests.Support;

/// <summary>A cluster in this process whose silos notice within seconds that one of them is gone.</summary>
internal static class Cluster
{
    public static readonly ExplanationJobOptions Quick = new() { LeaseTime = TimeSpan.FromSeconds(2), HeartbeatTime = TimeSpan.FromSeconds(0.4), StorageName = SharedStorage.Name };

    /// <param name="silos">How many silos.</param>
    /// <param name="storage">The storage beside them.</param>
    /// <param name="configure">What they register.</param>
    /// <param name="time">What leases are told by; null for the time.</param>
    public static async Task<InProcessTestCluster> StartAsync(short silos, SharedStorage storage, Action<ISiloBuilder> configure, TimeProvider? time = null)
    {
        InProcessTestClusterBuilder builder = new(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddKeyedSingleton(SharedStorage.Name, (services, _) => storage.Of(services.GetRequiredService<IGrainStorageSerializer>()));
            silo.Services.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromSeconds(1);
                options.NumMissedProbesLimit = 2;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(1);
                options.NumVotesForDeathDeclaration = 1;
            });
            silo.Services.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(10));
            if (time is not null)
                silo.Services.AddSingleton(new SiloTime(time));
            silo.Services.AddLogging(logging => logging.ClearProviders());
            configure(silo);
        });
        builder.ConfigureClient(client => client.Services.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(10)));
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    /// <summary>The grain of a job.</summary>
    public static IExplanationJobGrain Job(this InProcessTestCluster cluster, string name = "nightly") => cluster.Client.GetGrain<IExplanationJobGrain>(name);

    /// <summary>Waits for a state of a job; calls that are lost with a silo are made again.</summary>
    public static async Task<ExplanationJobStatus> UntilAsync(this IExplanationJobGrain job, Func<ExplanationJobStatus, bool> isReached)
    {
        for (int i = 0; i < 1_200; i++)
        {
            try
            {
                ExplanationJobStatus status = await job.StatusAsync();
                if (isReached(status))
                    return status;
            }
            catch (Exception error) when (error is TimeoutException or OrleansException)
            {
                // The silo of the grain is gone, and nobody has noticed yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The job is not there after a minute: {await job.StatusAsync()}");
    }

    /// <summary>Whether a grain lives on a silo.</summary>
    public static bool IsAt(this InProcessTestCluster cluster, IGrain grain, InProcessSiloHandle silo) =>
        cluster.TryGetGrainContext(grain.GetGrainId(), out IGrainContext? context) && context.Address.SiloAddress!.Equals(silo.SiloAddress);
}
