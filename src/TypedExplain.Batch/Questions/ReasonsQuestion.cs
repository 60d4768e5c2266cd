using System.Globalization;
using TypedExplain.Batch.Columns;
using TypedExplain.Decisions;

namespace TypedExplain.Batch.Questions;

/// <summary>The principal reasons for decisions.</summary>
internal sealed class ReasonsQuestion<T>(PrincipalReasons<T> reasons) : ResultQuestion<T, ReasonStatement<T>>
    where T : IFeatureRecord<T>
{
    public override string Name => "reasons";

    /// <summary>The schema of a record does not hold its reasons; their texts are what the people get.</summary>
    internal override Description By => ((IDescribed)reasons).Describe().With("reasons", ReasonsDigest.Of<T>());

    internal override IEnumerable<ResultColumn> Columns(FeatureColumns<T> features) =>
    [
        new("score", ResultColumnKind.Number, "what the model answers for the applicant, on the scale of the contributions"),
        new("cutoff", ResultColumnKind.Number, "the score from which the decision is favorable"),
        .. Enumerable.Range(1, reasons.MaxReasons).SelectMany(Columns),
        new("queries", ResultColumnKind.Count, "how many rows the model was asked about"),
        new("caveats", ResultColumnKind.Text, "reasons not to rely on the answer, with commas between; empty where there is none"),
    ];

    public override (string Outcome, string? Reason) Told(ReasonStatement<T> result) => result switch
    {
        Stated<T> => ("stated", null),
        AutomaticDenial<T> => ("denied by a rule", null),
        ReasonsRefused<T> refused => ("refused", refused.Explanation),
        _ => throw new InvalidOperationException("There is no other statement."),
    };

    public override void Write(ReasonStatement<T> result, ResultRows rows, FeatureColumns<T> features)
    {
        Stated<T>? stated = result as Stated<T>;
        rows.Add(stated?.Score ?? double.NaN);
        rows.Add(stated?.Cutoff ?? double.NaN);
        for (int i = 0; i < reasons.MaxReasons; i++)
        {
            StatedReason<T>? reason = stated?.Reasons.ElementAtOrDefault(i);
            Reason<T>? told = reason?.Reason ?? (result as AutomaticDenial<T>)?.Reasons.ElementAtOrDefault(i);
            rows.Add(told?.CodeText);
            rows.Add(told?.Text);
            rows.Add(reason?.Contribution ?? double.NaN);
        }

        rows.Add((long?)result.Queries);
        rows.Add(stated is null ? null : CaveatCell.Of(stated.Caveats));
    }

    public override Receipt<T> ReceiptOf(ReasonStatement<T> result, IModel<T> model, ReceiptContent content) => Receipt.Of(result, model, content);

    private protected override RowOutcomes<ReasonStatement<T>> AskMany(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation) =>
        reasons.StateMany(model, records, options.Threads, cancellation);

    private static IEnumerable<ResultColumn> Columns(int place)
    {
        string number = place.ToString(CultureInfo.InvariantCulture);
        yield return new($"code_{number}", ResultColumnKind.Text, $"code of the principal reason in place {number}");
        yield return new($"reason_{number}", ResultColumnKind.Text, $"the principal reason in place {number}");
        yield return new($"contribution_{number}", ResultColumnKind.Number, $"what it adds to the score against the reference");
    }
}
