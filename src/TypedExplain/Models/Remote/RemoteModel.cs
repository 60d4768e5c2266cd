using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Remote;

namespace TypedExplain;

/// <summary>
/// A model behind HTTP. A batch is posted as a JSON array of encoded rows, each an array of numbers; the answer is an array
/// with one entry per row, a number or an array of one number per output. <see cref="Format"/> names the envelopes of common
/// servers.
/// </summary>
/// <remarks>
/// Safe to share between threads. Batches are cut into requests of <see cref="BatchRows"/> rows, one after the other. A
/// request that times out, fails to connect or breaks off, or is answered with 408, 429 or 5xx, is made again up to <see cref="Retries"/>
/// times, each time after twice the pause; every attempt counts against the <see cref="Budget"/>. The client stays the caller's.
/// </remarks>
/// <typeparam name="T">The record that it scores; without texts and images.</typeparam>
public sealed class RemoteModel<T> : IModel<T>
    where T : IFeatureRecord<T>
{
    private readonly HttpClient _client;
    private readonly Uri _address;

    /// <summary>A model at an address.</summary>
    /// <param name="client">What requests are made with; headers and the like are set there.</param>
    /// <param name="address">Where rows are posted to.</param>
    /// <param name="outputs">The names of the outputs, in the order of the numbers per row; at least one.</param>
    /// <exception cref="InvalidModelException">No output is named.</exception>
    /// <exception cref="InvalidOptionException">The record has texts or images.</exception>
    public RemoteModel(HttpClient client, Uri address, params ImmutableArray<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(address);
        T.Schema.RequireTable("A remote model");
        (_client, _address) = (client, address);
        Outputs = Model.CheckedNames(outputs);
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>The envelope in which the server takes rows and gives scores; none by default.</summary>
    public RemoteFormat Format { get; init; }

    /// <summary>The most rows of one request; at least 1.</summary>
    public int BatchRows { get; init; } = 1000;

    /// <summary>How often a failed request is made again; at least 0.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first repetition; it doubles with each.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long one attempt may take, reading its answer included; above 0. The client's own timeout holds besides.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What may be asked in all; shared by every model that is given the same one. None by default.</summary>
    public QueryBudget? Budget { get; init; }

    /// <summary>Ends all requests, and every pause between them.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <inheritdoc/>
    /// <exception cref="RemoteModelException">It did not answer, or not in the form that was agreed on.</exception>
    /// <exception cref="BudgetExhaustedException">A request would have passed a ceiling of the budget.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        CheckOptions();
        for (int first = 0; first < rows.Count; first += BatchRows)
        {
            int count = Math.Min(BatchRows, rows.Count - first);
            byte[] body = RowsJson.Write(rows.Values.Slice(first * rows.Columns, count * rows.Columns), rows.Columns, Format);
            byte[] answer = Ask(body, count);
            new AnswerJson(_address, Outputs, Format, first).Read(answer, scores.Slice(first * Outputs.Length, count * Outputs.Length));
        }
    }

    private byte[] Ask(byte[] body, int rows)
    {
        TimeSpan pause = Pause;
        string failure = "";
        for (int attempt = 0; ; attempt++)
        {
            Wait(Reserve(rows, attempt, failure));
            Attempt made = Attempt.Make(_client, _address, body, Timeout, Cancellation);
            if (made.Answer is { } answer)
                return answer;
            if (attempt == Retries || !made.MayPass)
                throw new RemoteModelException(string.Create(CultureInfo.InvariantCulture, $"The model at {_address} did not score {rows} rows of {T.Schema.Name} in {attempt + 1} {(attempt == 0 ? "attempt" : "attempts")}: {made.Failure}."), made.Error);
            failure = made.Failure;
            Wait(pause);
            pause *= 2;
        }
    }

    /// <summary>Reserves an attempt; where the budget ends, says what the attempts before it were spent on.</summary>
    private TimeSpan Reserve(int rows, int attempt, string failure)
    {
        try
        {
            return Budget?.Reserve(rows) ?? TimeSpan.Zero;
        }
        catch (BudgetExhaustedException error) when (attempt > 0)
        {
            throw new BudgetExhaustedException(string.Create(CultureInfo.InvariantCulture, $"The model at {_address} did not score {rows} rows of {T.Schema.Name} in {attempt} {(attempt == 1 ? "attempt" : "attempts")}: {failure}. Another attempt is not possible: {error.Message}"));
        }
    }

    private void Wait(TimeSpan time)
    {
        if (time > TimeSpan.Zero)
            Cancellation.WaitHandle.WaitOne(time);
        Cancellation.ThrowIfCancellationRequested();
    }

    private void CheckOptions()
    {
        if (BatchRows < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"BatchRows of a remote model is {BatchRows}; it must be at least 1."));
        if (!Enum.IsDefined(Format))
            throw new InvalidOptionException($"Format of a remote model is {Format}; it must be one of {string.Join(", ", Enum.GetNames<RemoteFormat>())}.");
        if (Retries < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Retries of a remote model is {Retries}; it must be at least 0."));
        if (Pause < TimeSpan.Zero || Timeout <= TimeSpan.Zero)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Pause of a remote model is {Pause} and Timeout {Timeout}; the first must be at least 0 and the second above 0."));
    }
}
