using System.Diagnostics;
using System.Diagnostics.Metrics;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/telemetry.md. The lines between the marks stand there word for word.</summary>
internal static class TelemetryPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // What a service does with OpenTelemetry: AddSource and AddMeter by the same two names.
        using ActivityListener activities = new()
        {
            ShouldListenTo = source => source.Name == TypedExplainTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => console.WriteLine($"{activity.OperationName}: {string.Join(", ", activity.TagObjects.Select(tag => $"{tag.Key} = {(tag.Value is string[] names ? string.Join(" and ", names) : tag.Value)}"))}"),
        };
        ActivitySource.AddActivityListener(activities);
        using MeterListener meters = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TypedExplainTelemetry.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => console.WriteLine($"{instrument.Name} +{value} {instrument.Unit}"));
        meters.Start();

        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => Loans.Score(loan));
        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } };
        Explanation<LoanApplication> explanation = lime.Explain(model, loans[3]);
        // </page>
    }
}
