using System.Collections.Immutable;

namespace TypedExplain.Onnx;

/// <summary>A constant and numbers that nodes of trees answer with, each times a factor.</summary>
internal sealed record TreeSum(ImmutableArray<TreeTerm> Terms, double Constant)
{
    /// <summary>The sum with every part multiplied.</summary>
    public TreeSum Times(double factor) => new([.. Terms.Select(term => term with { Factor = term.Factor * factor })], Constant * factor);

    /// <summary>The sum of two; numbers that occur in both stay one term.</summary>
    public TreeSum Plus(TreeSum other) => new(
        [.. Terms.Concat(other.Terms).GroupBy(term => (term.Trees, term.Target)).Select(same => new TreeTerm(same.Key.Trees, same.Key.Target, same.Sum(term => term.Factor)))],
        Constant + other.Constant);
}
