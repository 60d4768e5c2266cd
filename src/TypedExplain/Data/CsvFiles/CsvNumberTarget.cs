using System.Collections.Immutable;

namespace TypedExplain.Data.CsvFiles;

/// <summary>A target of finite numbers.</summary>
internal sealed class CsvNumberTarget : CsvTarget
{
    public static CsvNumberTarget Instance { get; } = new();

    public override bool IsClass => false;

    public override string? Read(string text, out double value) => CsvNumber.Read(text, FeatureRange.Unbounded.ToString(), out value);

    public override Dataset<T> Attach<T>(Dataset<T> rows, ImmutableArray<double> targets) => rows.WithTarget(targets);
}
