using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedExplain.Decisions.Reasons.Statements;

namespace TypedExplain.Decisions;

/// <summary>The principal reasons for a decision against a person, the most adverse first.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class Stated<T> : ReasonStatement<T>
    where T : IFeatureRecord<T>
{
    internal Stated(ImmutableArray<StatedReason<T>> reasons, int queries)
        : base(queries) => Reasons = reasons;

    /// <summary>The reasons, the most adverse first; of equally strong ones the first by code leads.</summary>
    public ImmutableArray<StatedReason<T>> Reasons { get; }

    /// <summary>The output of the model that decides.</summary>
    public required string Output { get; init; }

    /// <summary>The model's answer for the person, as it gave it.</summary>
    public required double Score { get; init; }

    /// <summary>The score from which the decision is favorable.</summary>
    public required double Cutoff { get; init; }

    /// <summary>Which side of the cutoff is good for the person.</summary>
    public required FavorableOutcome Favorable { get; init; }

    /// <summary>The scale of the contributions and the base value.</summary>
    public LinkFunction Link { get; init; }

    /// <summary>The mean score of the reference on the scale of the contributions: all contributions together make the rest of the score.</summary>
    public required double BaseValue { get; init; }

    /// <summary>The people whom the person was compared with.</summary>
    public required ReferenceIdentity Reference { get; init; }

    /// <summary>The confidence with which estimated contributions are told apart.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the contributions are exact; estimated ones have intervals.</summary>
    public bool IsExact => Reasons.All(reason => reason.Interval is null);

    /// <summary>Reasons not to rely on the contributions.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>What else there is to know before the statement is used, in words.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The method that divided the score among the features, with its options.</summary>
    public required IExplainer<T> Explainer { get; init; }

    /// <summary>The texts of the reasons in a language, one a line, numbered; for a person to read, without a number about them.</summary>
    /// <param name="culture">The language.</param>
    /// <exception cref="InvalidOperationException">A reason has no text in the language; the message names it.</exception>
    public string ToText(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return ReasonTexts.Of(Reasons.Select(stated => stated.Reason), culture);
    }

    /// <summary>The reasons with their contributions, the reference and the warnings.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Output} of {T.Schema.Name} is {Score:G6}, {(Favorable == FavorableOutcome.High ? "below" : "above")} the cutoff {Cutoff:G6}; against {Reference} by {Explainer.Name}\n");
        for (int i = 0; i < Reasons.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"  {i + 1}. {Reasons[i]}\n");
        foreach (string warning in Warnings)
            text.Append("  caution: ").Append(warning).Append('\n');
        return text.ToString();
    }
}
