using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>The individual conditional expectation of one row: the model's answers for it with each value of a feature in turn.</summary>
public sealed class IceCurve
{
    internal IceCurve(int row, ImmutableArray<double> answers) => (Row, Answers) = (row, answers);

    /// <summary>The position of the row in the background.</summary>
    public int Row { get; }

    /// <summary>The answer at each point of the curve, less the answer at the first point where curves are centered.</summary>
    public ImmutableArray<double> Answers { get; }
}
