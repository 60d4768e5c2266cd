using TypedExplain.Batch.Columns;
using TypedExplain.Decisions;

namespace TypedExplain.Batch.Questions;

/// <summary>What would change decisions.</summary>
internal sealed class RecourseQuestion<T>(Recourse<T> recourse) : ResultQuestion<T, RecourseOutcome<T>>
    where T : IFeatureRecord<T>
{
    public override string Name => "recourse";

    internal override Description By => ((IDescribed)recourse).Describe();

    internal override IEnumerable<ResultColumn> Columns(FeatureColumns<T> features) =>
    [
        new("score", ResultColumnKind.Number, "what the model answers for the record"),
        new("cost", ResultColumnKind.Number, "cost of the cheapest action that was found"),
        new("least_cost", ResultColumnKind.Number, "no action is cheaper than this"),
        new("score_after", ResultColumnKind.Number, "what the model answers after the action"),
        .. Movable(features).Select(Column),
        new("queries", ResultColumnKind.Count, "how many rows the model was asked about"),
    ];

    public override (string Outcome, string? Reason) Told(RecourseOutcome<T> result) => result switch
    {
        Found<T> => ("found", null),
        NoRecourse<T> => ("none", null),
        BudgetExhausted<T> exhausted => ("not decided", exhausted.Reason),
        _ => throw new InvalidOperationException("There is no other outcome."),
    };

    public override void Write(RecourseOutcome<T> result, ResultRows rows, FeatureColumns<T> features)
    {
        Found<T>? found = result as Found<T>;
        rows.Add(result.Answer);
        rows.Add(found?.Action.Cost ?? double.NaN);
        rows.Add(found?.LeastCost ?? (result as BudgetExhausted<T>)?.LeastCost ?? double.NaN);
        rows.Add(found?.Action.Answer ?? double.NaN);
        foreach (Feature<T> feature in Movable(features))
        {
            FeatureChange<T>? change = found?.Action.Changes.FirstOrDefault(change => change.Feature == feature);
            if (IsNumber(feature))
                rows.Add(change?.To ?? double.NaN);
            else
                rows.Add(change?.After);
        }

        rows.Add((long?)result.Queries);
    }

    public override Receipt<T> ReceiptOf(RecourseOutcome<T> result, IModel<T> model, ReceiptContent content) => Receipt.Of(result, model, content);

    private protected override RowOutcomes<RecourseOutcome<T>> AskMany(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation) =>
        ExplainManyExtensions.Finish(instance => recourse.Begin(model, instance, cancellation), model, records, options.Threads, options.Progress, options.Together, cancellation);

    private static IEnumerable<Feature<T>> Movable(FeatureColumns<T> features) => features.Features.Where(feature => !feature.IsProtected);

    private static bool IsNumber(Feature<T> feature) => feature.Kind is FeatureKind.Real or FeatureKind.Whole && feature.DateUnit is null;

    private static ResultColumn Column(Feature<T> feature) =>
        new($"to_{feature.Name}", IsNumber(feature) ? ResultColumnKind.Number : ResultColumnKind.Text, $"the value of {feature.Name} after the action; empty where it stays") { Unit = feature.Unit };
}
