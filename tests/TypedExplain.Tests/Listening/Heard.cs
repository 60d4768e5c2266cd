using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TypedExplain.Tests.Listening;

/// <summary>All that telemetry tells while it is listened to.</summary>
internal sealed class Heard : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Heard()
    {
        _activities = new()
        {
            ShouldListenTo = source => source.Name == TypedExplainTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (Activities)
                    Activities.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != TypedExplainTelemetry.MeterName)
                return;
            Instruments.Add(instrument);
            listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    public List<Activity> Activities { get; } = [];

    public List<Instrument> Instruments { get; } = [];

    public List<(string Name, double Value, Dictionary<string, object?> Tags)> Measurements { get; } = [];

    /// <summary>The sum of what an instrument was told.</summary>
    public double Sum(string name) => Of(name).Sum(measurement => measurement.Value);

    public IEnumerable<(string Name, double Value, Dictionary<string, object?> Tags)> Of(string name) => Measurements.Where(measurement => measurement.Name == name);

    /// <summary>All texts that were told, with the names of their tags.</summary>
    public IEnumerable<(string Tag, string Text)> Texts() =>
        from tag in Activities.SelectMany(activity => activity.TagObjects).Concat(Measurements.SelectMany(measurement => measurement.Tags))
        from text in tag.Value switch { string text => [text], string[] texts => texts, _ => Array.Empty<string>() }
        select (tag.Key, text);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> own = new([.. tags]);
        lock (Measurements)
            Measurements.Add((instrument.Name, value, own));
    }
}
