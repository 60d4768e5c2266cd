using System.Collections.Immutable;

namespace TypedExplain.Data.CsvFiles;

/// <summary>What the cells of a target column are.</summary>
internal abstract class CsvTarget
{
    /// <summary>Whether the target is a class.</summary>
    public abstract bool IsClass { get; }

    /// <summary>Reads a cell; gives null, or the reason why it cannot be read.</summary>
    public abstract string? Read(string text, out double value);

    /// <summary>A data set with its targets.</summary>
    public abstract Dataset<T> Attach<T>(Dataset<T> rows, ImmutableArray<double> targets)
        where T : IFeatureRecord<T>;
}
