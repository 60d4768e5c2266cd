using System.Globalization;
using Microsoft.Extensions.Logging;
using TypedExplain.Errors;
using TypedExplain.Orleans.Faults;

namespace TypedExplain.Orleans.Online;

/// <summary>Explains records, a bounded number at a time; a bounded number waits, without a thread.</summary>
internal sealed class OnlineExplainer<T> : IOnlineExplainer, IDisposable
    where T : IFeatureRecord<T>
{
    private readonly string _name;
    private readonly OnlineExplanationOptions _options;
    private readonly Lazy<(IModel<T> Model, IExplainer<T> Explainer)> _made;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _turns;
    private int _open;

    /// <param name="name">Its name.</param>
    /// <param name="options">How much at a time.</param>
    /// <param name="make">Makes the model and the explainer, when they are needed first.</param>
    /// <param name="log">Learns of errors that are not told to callers.</param>
    public OnlineExplainer(string name, OnlineExplanationOptions options, Func<(IModel<T> Model, IExplainer<T> Explainer)> make, ILogger log)
    {
        (_name, _options, _log) = (name, options, log);
        _made = new(() => make() is { Model: not null, Explainer: not null } made ? made : throw new InvalidOptionException($"What was to make the explanations {name} gave null; it must give a model and an explainer, or throw."), LazyThreadSafetyMode.PublicationOnly);
        _turns = new(options.Concurrency, options.Concurrency);
    }

    public async Task<string> ExplainAsync(string recordJson)
    {
        if (Interlocked.Increment(ref _open) > (long)_options.Concurrency + _options.Queue)
        {
            Interlocked.Decrement(ref _open);
            throw new ExplanationGrainException(ExplanationFault.Overload, string.Create(CultureInfo.InvariantCulture, $"{_options.Concurrency} {Noun.Of(_options.Concurrency, "record is", "records are")} explained by {_name} on this silo and {_options.Queue} {Noun.Of(_options.Queue, "waits", "wait")}. Ask again later."), isWorthTryingAgain: true);
        }

        try
        {
            await _turns.WaitAsync().ConfigureAwait(false);
            try
            {
                return await Task.Run(() => Explain(recordJson)).ConfigureAwait(false);
            }
            finally
            {
                _turns.Release();
            }
        }
#pragma warning disable CA1031 // Whatever fails is told in the form that travels.
        catch (Exception error)
#pragma warning restore CA1031
        {
            ExplanationGrainException told = GrainFaults.Of(error);
            if (told.Fault is ExplanationFault.Model or ExplanationFault.Setup)
                OrleansLog.NotExplained(_log, _name, error);
            throw told;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    public void Dispose() => _turns.Dispose();

    private string Explain(string recordJson)
    {
        T record = JsonRecord.Read<T>(recordJson);
        (IModel<T> model, IExplainer<T> explainer) = _made.Value;
        return explainer.Explain(model, record).ToJson(_options.ProtectedValues);
    }
}
