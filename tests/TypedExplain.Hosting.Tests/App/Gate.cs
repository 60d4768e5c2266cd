namespace TypedExplain.Hosting.Tests.App;

/// <summary>A model that waits until it may answer, and counts.</summary>
internal sealed class Gate : IDisposable
{
    private readonly ManualResetEventSlim _open = new(initialState: true);
    private readonly SemaphoreSlim _entered = new(0);
    private int _batches;

    public Gate() => Model = TypedExplain.Model.FromBatch<Applicant>(Score).As(OutputKind.Probability).Identified("gate", "1", new string('c', 64));

    public IModel<Applicant> Model { get; }

    public int Batches => Volatile.Read(ref _batches);

    public void Close() => _open.Reset();

    public void Open() => _open.Set();

    /// <summary>Waits until a batch waits at the gate.</summary>
    public async Task EnteredAsync() => Assert.True(await _entered.WaitAsync(TimeSpan.FromSeconds(60)));

    public void Dispose()
    {
        _open.Dispose();
        _entered.Dispose();
    }

    private double[] Score(IReadOnlyList<Applicant> rows)
    {
        Interlocked.Increment(ref _batches);
        _entered.Release();
        Assert.True(_open.Wait(TimeSpan.FromSeconds(60)));
        return [.. rows.Select(Applicants.Score)];
    }
}
