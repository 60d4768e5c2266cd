using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Models.Remote;

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
/// Redirects are refused: rows go to the address that was given and nowhere else, and a client that follows one is not used
/// again. An answer is read no further than the scores of its rows can take. Messages name the address without user and query.
/// </remarks>
/// <typeparam name="T">The record that it scores; without texts and images.</typeparam>
public sealed class RemoteModel<T> : IModel<T>, IAsyncModel<T>
    where T : IFeatureRecord<T>
{
    // WaitHandle and CancelAfter take no longer times than int.MaxValue milliseconds.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(24);

    private readonly HttpClient _client;
    private readonly Uri _address;
    private volatile string? _redirected;

    /// <summary>A model at an address.</summary>
    /// <param name="client">What requests are made with; headers and the like are set there.</param>
    /// <param name="address">Where rows are posted to.</param>
    /// <param name="outputs">The names of the outputs, in the order of the numbers per row; at least one.</param>
    /// <exception cref="InvalidModelException">No output is named.</exception>
    /// <exception cref="InvalidOptionException">The record has texts or images, or the address is none of HTTP.</exception>
    public RemoteModel(HttpClient client, Uri address, params ImmutableArray<string> outputs)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(address);
        T.Schema.RequireTable("A remote model");
        (_client, _address) = (client, address);
        if (address.IsAbsoluteUri || client.BaseAddress is not null)
            _ = RemoteAddress.Of(client, address);
        Outputs = Model.CheckedNames(outputs);
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>The envelope in which the server takes rows and gives scores; none by default.</summary>
    public RemoteFormat Format { get; init; }

    /// <summary>The most rows of one request; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int BatchRows { get; init; } = 1000;

    /// <summary>How often a failed request is made again; at least 0.</summary>
    [OptionRange(AtLeast = 0)]
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first repetition, from 0 to 24 days; it doubles with each, and is as long as the server asks for by <c>Retry-After</c>.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long a request may take with all its attempts, the pauses between them, and the reading of answers that come in drops;
    /// above 0, at most 24 days. Waiting for the rate of the budget is not counted. The client's own timeout holds besides.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether messages may quote what the server answers; not by default, since servers repeat the records that they refuse.</summary>
    public bool QuotesAnswers { get; init; }

    /// <summary>What may be asked in all; shared by every model that is given the same one. None by default.</summary>
    public QueryBudget? Budget { get; init; }

    /// <inheritdoc/>
    /// <exception cref="RemoteModelException">It did not answer, or not in the form that was agreed on.</exception>
    /// <exception cref="BudgetExhaustedException">A request would have passed a ceiling of the budget.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    /// <inheritdoc/>
    /// <remarks>The token ends the request that is being made, and every pause between requests.</remarks>
    /// <exception cref="RemoteModelException">It did not answer, or not in the form that was agreed on.</exception>
    /// <exception cref="BudgetExhaustedException">A request would have passed a ceiling of the budget.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        CheckOptions();
        Uri address = RemoteAddress.Of(_client, _address);
        for (int first = 0; first < rows.Count; first += BatchRows)
        {
            int count = Math.Min(BatchRows, rows.Count - first);
            ValueTask<byte[]> asked = Ask(isAwaited: false, address, Body(rows, first, count), count, cancellation);
            Debug.Assert(asked.IsCompleted, "Nothing is awaited.");
            Read(asked.GetAwaiter().GetResult(), first, count, scores);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="RemoteModelException">It did not answer, or not in the form that was agreed on.</exception>
    /// <exception cref="BudgetExhaustedException">A request would have passed a ceiling of the budget.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public async ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        CheckOptions();
        Uri address = RemoteAddress.Of(_client, _address);
        for (int first = 0; first < rows.Count; first += BatchRows)
        {
            int count = Math.Min(BatchRows, rows.Count - first);
            byte[] answer = await Ask(isAwaited: true, address, Body(rows.Rows, first, count), count, cancellation).ConfigureAwait(false);
            Read(answer, first, count, scores.Span);
        }
    }

    private byte[] Body(EncodedRows<T> rows, int first, int count) => RowsJson.Write(rows.Values.Slice(first * rows.Columns, count * rows.Columns), rows.Columns, Format);

    private void Read(byte[] answer, int first, int count, Span<double> scores) =>
        new AnswerJson(RemoteAddress.Shown(_address), Outputs, Format, first, QuotesAnswers).Read(answer, scores.Slice(first * Outputs.Length, count * Outputs.Length));

    /// <summary>Makes a request, and makes it again where that may help. What is not awaited is done when this returns.</summary>
    private async ValueTask<byte[]> Ask(bool isAwaited, Uri address, byte[] body, int rows, CancellationToken cancellation)
    {
        TimeSpan pause = Pause, spent = TimeSpan.Zero;
        string failure = _redirected ?? "";
        for (int attempt = 0; ; attempt++)
        {
            // A client that was led away once would be so again, and nobody counts what it asks on the way.
            if (_redirected is not null)
                throw Failed(rows, attempt, failure, null);
            await Wait(isAwaited, Reserve(rows, attempt, failure), cancellation).ConfigureAwait(false);
            long started = Stopwatch.GetTimestamp();
            Attempt made = await Attempt.Make(isAwaited, _client, address, body, new(Timeout - spent, Timeout, AttemptLimits.BytesFor(rows, Outputs.Length), QuotesAnswers), cancellation).ConfigureAwait(false);
            spent += Stopwatch.GetElapsedTime(started);
            if (made.Answer is { } answer)
                return answer;
            failure = made.Failure;
            if (made.IsRedirected)
                _redirected = failure;
            if (made.RetryAfter is { } asked && asked > pause)
                pause = asked;
            if (attempt == Retries || !made.MayPass)
                throw Failed(rows, attempt + 1, failure, made.Error);

            // A timer may ring a little early: what is left of the time then is not enough for another attempt.
            if (made.IsLate || spent + pause >= Timeout)
                throw Failed(rows, attempt + 1, made.RetryAfter is null || spent >= Timeout ? failure : string.Create(CultureInfo.InvariantCulture, $"{failure}, and asks to wait {made.RetryAfter.Value.TotalSeconds:0.###} s, longer than Timeout leaves"), made.Error);
            await Wait(isAwaited, pause, cancellation).ConfigureAwait(false);
            spent += pause;
            pause *= 2;
        }
    }

    private RemoteModelException Failed(int rows, int attempts, string failure, Exception? error) => new(
        string.Create(CultureInfo.InvariantCulture, $"The model at {RemoteAddress.Shown(_address)} did not score {rows} rows of {T.Schema.Name} in {attempts} {Noun.Of(attempts, "attempt")}: {failure}."), error);

    /// <summary>Reserves an attempt; where the budget ends, says what the attempts before it were spent on.</summary>
    private TimeSpan Reserve(int rows, int attempt, string failure)
    {
        try
        {
            return Budget?.Reserve(rows) ?? TimeSpan.Zero;
        }
        catch (BudgetExhaustedException error) when (attempt > 0)
        {
            throw new BudgetExhaustedException(string.Create(CultureInfo.InvariantCulture, $"The model at {RemoteAddress.Shown(_address)} did not score {rows} rows of {T.Schema.Name} in {attempt} {Noun.Of(attempt, "attempt")}: {failure}. Another attempt is not possible: {error.Message}"));
        }
    }

    private static async ValueTask Wait(bool isAwaited, TimeSpan time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (time > TimeSpan.Zero && isAwaited)
            await Task.Delay(time, cancellation).ConfigureAwait(false);
        else if (time > TimeSpan.Zero)
            cancellation.WaitHandle.WaitOne(time);
        cancellation.ThrowIfCancellationRequested();
    }

    private void CheckOptions()
    {
        if (BatchRows < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"BatchRows of a remote model is {BatchRows}; it must be at least 1."));
        if (!Enum.IsDefined(Format))
            throw new InvalidOptionException($"Format of a remote model is {Format}; it must be one of {string.Join(", ", Enum.GetNames<RemoteFormat>())}.");
        if (Retries < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Retries of a remote model is {Retries}; it must be at least 0."));
        if (Pause < TimeSpan.Zero || Pause > s_longest || Timeout <= TimeSpan.Zero || Timeout > s_longest)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Pause of a remote model is {Pause} and Timeout {Timeout}; the first must be at least 0, the second above 0, and both at most {s_longest.TotalDays} days."));
    }
}
