using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;

namespace TypedExplain.Orleans.Silo;

/// <summary>A client of the cluster: it starts the job and watches it to its end, or tells how far it is.</summary>
internal static class Caller
{
    public static async Task<int> RunAsync(string redis, bool start)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(OneSilo.Cluster)
            .Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(5))
            .UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis)));
        using IHost host = builder.Build();
        await host.StartAsync();
        IClusterClient cluster = host.Services.GetRequiredService<IClusterClient>();
        IExplanationJobGrain job = cluster.GetGrain<IExplanationJobGrain>(SiloJob.Name);
        ExplanationJobStatus status = await AnswerAsync(() => start ? job.StartAsync() : job.StatusAsync());
        for (string told = ""; start && !status.IsEnded; status = await AnswerAsync(job.StatusAsync))
        {
            if (status.ToString() is var text && text != told)
                Console.WriteLine(told = text);
            await Task.Delay(500);
        }

        Console.WriteLine(status);
        BudgetUse use = await AnswerAsync(cluster.GetGrain<IQueryBudgetGrain>(SiloJob.Budget).UsedAsync);
        Console.WriteLine(FormattableString.Invariant($"budget {use.Rows} of {use.MaxRows}"));
        await host.StopAsync();
        return status.State == ExplanationJobState.Done || !start ? 0 : 1;
    }

    /// <summary>What is lost with a silo is asked again.</summary>
    private static async Task<TAnswer> AnswerAsync<TAnswer>(Func<Task<TAnswer>> ask)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return await ask();
            }
            catch (Exception error) when (error is TimeoutException or OrleansException && tries < 60)
            {
                await Task.Delay(1_000);
            }
        }
    }
}
