using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Errors;
using TypedExplain.Orleans.Settings;

namespace TypedExplain.Orleans.Budgets;

/// <summary>Gives out blocks of a budget, each written down before anybody has it.</summary>
internal sealed class QueryBudgetGrain : Grain, IQueryBudgetGrain
{
    /// <summary>Near the end blocks become smaller, so that no silo holds what others need.</summary>
    private const long ShareOfRest = 8;

    private readonly string _name;
    private readonly ClusterBudgetOptions? _options;
    private readonly IPersistentState<BudgetMemory> _memory;
    private readonly TimeProvider _time;
    private long _start;
    private double _secondsReserved;

    public QueryBudgetGrain(IGrainContext context, IServiceProvider services, IPersistentStateFactory states, SiloTime time)
    {
        _name = context.GrainId.Key.ToString()!;
        _options = services.GetKeyedService<RegisteredBudget>(_name)?.Options;
        _memory = states.Create<BudgetMemory>(context, new StateName("budget", _options?.StorageName ?? GrainNames.Memory));
        _time = time.Provider;
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _start = _time.GetTimestamp();
        _secondsReserved = _memory.State.SecondsAhead;
        return Task.CompletedTask;
    }

    public async Task<BudgetBlock> ReserveAsync(long needed, long wanted, long wantedCalls)
    {
        ClusterBudgetOptions options = RequireOptions();
        if (needed < 0 || wanted < 0 || wantedCalls < 0)
            throw new ExplanationGrainException(ExplanationFault.Setup, string.Create(CultureInfo.InvariantCulture, $"{needed} rows are needed of the budget {_name}, and {wanted} more and {wantedCalls} more calls are wanted; all must be at least 0."));
        BudgetMemory memory = _memory.State;
        if (memory.Calls >= options.MaxCalls)
            return Refused(string.Create(CultureInfo.InvariantCulture, $"{Noun.Of(options.MaxCalls, "The", "All")} {options.MaxCalls} {Noun.Of(options.MaxCalls, "call")} of the cluster's budget {_name} {Noun.Of(options.MaxCalls, "is", "are")} used up, by {memory.Rows} {Noun.Of(memory.Rows, "row")}; {needed} more {Noun.Of(needed, "row was", "rows were")} to be scored."));
        if (needed > options.MaxRows - memory.Rows)
            return Refused(string.Create(CultureInfo.InvariantCulture, $"{memory.Rows} of the {options.MaxRows} rows of the cluster's budget {_name} are used up, and {needed} more {Noun.Of(needed, "was", "were")} to be scored."));

        long rows = needed + Math.Min(Most(wanted, options), (options.MaxRows - memory.Rows - needed) / ShareOfRest);
        long calls = 1 + Math.Min(wantedCalls, (options.MaxCalls - memory.Calls - 1) / ShareOfRest);
        TimeSpan wait = double.IsFinite(options.RowsPerSecond) ? Wait(rows, options.RowsPerSecond) : TimeSpan.Zero;
        memory.Rows += rows;
        memory.Calls += calls;
        try
        {
            await _memory.WriteStateAsync();
        }
        catch
        {
            // Whether it was written is not known; the next call reads what is.
            DeactivateOnIdle();
            throw;
        }

        return new(rows, calls, wait, options.RowsPerSecond);
    }

    public Task<BudgetUse> UsedAsync()
    {
        ClusterBudgetOptions options = RequireOptions();
        return Task.FromResult(new BudgetUse(_memory.State.Rows, options.MaxRows, _memory.State.Calls, options.MaxCalls));
    }

    /// <summary>With a rate nobody holds more than a second of it.</summary>
    private static long Most(long wanted, ClusterBudgetOptions options) => (long)Math.Min(wanted, options.RowsPerSecond);

    private TimeSpan Wait(long rows, double rowsPerSecond)
    {
        double now = _time.GetElapsedTime(_start).TotalSeconds;

        // Time that went by unused is lost, so that no burst follows it.
        double begin = Math.Max(now, _secondsReserved);
        _secondsReserved = begin + (rows / rowsPerSecond);
        _memory.State.SecondsAhead = _secondsReserved - now;
        return TimeSpan.FromSeconds(Math.Min(begin - now, TimeSpan.MaxValue.TotalSeconds / 2));
    }

    private static BudgetBlock Refused(string why) => new(0, 0, TimeSpan.Zero, double.PositiveInfinity, why);

    private ClusterBudgetOptions RequireOptions() => _options
        ?? throw new ExplanationGrainException(ExplanationFault.Setup, $"No budget is called {_name} on the silo that was asked; every silo must register it with AddQueryBudget.");
}
