using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>What a model is to predict for the rows of a data set: a number, or a class.</summary>
public sealed class Target
{
    internal Target(ImmutableArray<double> values, ImmutableArray<string> classes) => (Values, Classes) = (values, classes);

    /// <summary>One value per row: the number, or the position of the class in <see cref="Classes"/>.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The names of the classes; empty where the target is a number.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Whether the target is a class.</summary>
    public bool IsClass => !Classes.IsEmpty;

    internal Target Select(IEnumerable<int> rows) => new([.. rows.Select(row => Values[row])], Classes);
}
