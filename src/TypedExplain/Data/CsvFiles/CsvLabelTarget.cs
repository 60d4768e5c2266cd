using System.Collections.Immutable;

namespace TypedExplain.Data.CsvFiles;

/// <summary>A target of classes: its cells hold the names of an enum.</summary>
internal sealed class CsvLabelTarget<TLabel> : CsvTarget
    where TLabel : struct, Enum
{
    private readonly CsvNames _names = new([.. Enum.GetNames<TLabel>()], [], []);
    private readonly TLabel[] _labels = Enum.GetValues<TLabel>();

    public static CsvLabelTarget<TLabel> Instance { get; } = new();

    public override bool IsClass => true;

    public override string? Read(string text, out double value)
    {
        string? reason = _names.Read(text, out int position);
        value = position;
        return reason is null || string.IsNullOrWhiteSpace(text) ? reason : $"{reason}: the names that {typeof(TLabel).Name} has in code, not display names or numbers";
    }

    public override Dataset<T> Attach<T>(Dataset<T> rows, ImmutableArray<double> targets) =>
        rows.WithLabels(targets.Select(position => _labels[(int)position]));
}
