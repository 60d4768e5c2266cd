using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>
/// A model's answer for an instance rests on what no column holds: for the record that the instance's row stands for it is
/// another one. Effects are those of columns, so they cannot tell of it.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class RowLoss<T>
    where T : IFeatureRecord<T>
{
    internal RowLoss(ImmutableArray<LostMember<T>> members, double prediction) => (Members, RowPrediction) = (members, prediction);

    /// <summary>The members that the row does not hold, or not in full; the model looks at one of them or more.</summary>
    public ImmutableArray<LostMember<T>> Members { get; }

    /// <summary>The model's answer for the record that the row stands for, in the unit of the output.</summary>
    public double RowPrediction { get; }

    /// <summary>The members and what the model answers without them.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    internal string ToString(IFormatProvider provider) =>
        $"a row does not hold {Listed(Members)}, and without it the model answers {NumberText.Answer(RowPrediction, provider)}";

    private static string Listed(ImmutableArray<LostMember<T>> members) => members.Length == 1
        ? members[0].ToString()
        : $"{string.Join(", ", members[..^1])} and {members[^1]}";
}
