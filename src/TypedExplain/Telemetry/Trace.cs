using System.Diagnostics;

namespace TypedExplain.Telemetry;

/// <summary>What is told of one explanation while it is made: an activity, and at its end the measurements. Made only where someone listens.</summary>
internal sealed class Trace
{
    private readonly string _record;
    private readonly string? _kind;
    private readonly bool _isInner;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Activity? _activity;
    private string? _method;
    private bool _hasEnded;

    private Trace(string record, string? method, string? kind, bool isInner, bool isCurrent)
    {
        (_record, _method, _kind, _isInner) = (record, method, kind, isInner);
        Activity? around = Activity.Current;
        _activity = Instruments.Source.StartActivity(TypedExplainTelemetry.ExplainActivity);
        if (!isCurrent)
            Activity.Current = around;
    }

    /// <summary>Begins a trace; null where nobody listens.</summary>
    /// <param name="record">The name of the record.</param>
    /// <param name="method">The name of the method, where it is known.</param>
    /// <param name="model">The model.</param>
    /// <param name="kind">What the model answers with; asked only where someone listens.</param>
    /// <param name="isInner">Whether it asks the model itself, so that its rows count; not so where runs inside it do.</param>
    /// <param name="isCurrent">Whether activities that begin before its end belong to it; not so where several are under way together.</param>
    public static Trace? Begin<TModel>(string record, string? method, TModel model, Func<TModel, string?> kind, bool isInner = true, bool isCurrent = true) =>
        Instruments.AreOfRuns ? new(record, method, kind(model), isInner, isCurrent) : null;

    /// <summary>Names the method, once it is known.</summary>
    public void Name(string? method) => _method ??= method;

    /// <summary>Ends with a result.</summary>
    public void End(object result, long queries, long batches) => End(ToldResult.Of(result), null, queries, batches);

    /// <summary>Ends with an error, of which only the type is told; gives false, so that it can be the condition of a catch that catches nothing.</summary>
    public static bool Fail(Trace? trace, Exception error, long queries, long batches)
    {
#pragma warning disable RS0030 // The name of an error's type is all that telemetry may tell of it; nothing is done with the type.
        trace?.End(new(null, ToldResult.Failed, [], [], null), error.GetType().FullName, queries, batches);
#pragma warning restore RS0030
        return false;
    }

    private void End(ToldResult told, string? error, long queries, long batches)
    {
        if (_hasEnded)
            return;
        _hasEnded = true;
        _method ??= told.Method;
        TagList tags = new() { { TypedExplainTelemetry.RecordTag, _record } };
        if (_method is not null)
            tags.Add(TypedExplainTelemetry.MethodTag, _method);
        Measure(told, error, queries, batches, tags);
        if (_activity is null)
            return;
        foreach (KeyValuePair<string, object?> tag in tags)
            _activity.SetTag(tag.Key, tag.Value);
        _activity.SetTag(TypedExplainTelemetry.OutputKindTag, _kind);
        _activity.SetTag(TypedExplainTelemetry.QueriesTag, queries);
        _activity.SetTag(TypedExplainTelemetry.BatchesTag, batches);
        _activity.SetTag(TypedExplainTelemetry.OutcomeTag, told.Outcome);
        _activity.SetTag(TypedExplainTelemetry.CaveatsTag, told.Caveats);
        _activity.SetTag(TypedExplainTelemetry.RefusalReasonTag, told.Refusal);
        _activity.SetTag(TypedExplainTelemetry.ErrorTypeTag, error);
        if (error is not null)
            _activity.SetStatus(ActivityStatusCode.Error);
        Activity? around = Activity.Current == _activity ? _activity.Parent : Activity.Current;
        _activity.Stop();
        Activity.Current = around;
    }

    private void Measure(ToldResult told, string? error, long queries, long batches, TagList tags)
    {
        if (_isInner)
        {
            Instruments.Queries.Add(queries, tags);
            Instruments.Batches.Add(batches, tags);
        }

        foreach (double fit in told.Fits)
        {
            if (double.IsFinite(fit))
                Instruments.Fit.Record(fit, tags);
        }

        foreach (string caveat in told.Caveats)
            Instruments.Caveats.Add(1, With(tags, TypedExplainTelemetry.CaveatTag, caveat));
        if (told.Refusal is not null)
            Instruments.Refusals.Add(1, With(tags, TypedExplainTelemetry.RefusalReasonTag, told.Refusal));
        tags = With(tags, TypedExplainTelemetry.OutcomeTag, told.Outcome);
        if (error is not null)
            tags = With(tags, TypedExplainTelemetry.ErrorTypeTag, error);
        Instruments.Explanations.Add(1, tags);
        Instruments.Duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, tags);
    }

    private static TagList With(TagList tags, string name, string value)
    {
        tags.Add(name, value);
        return tags;
    }
}
