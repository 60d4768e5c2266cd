using TypedExplain.Generated;
using TypedExplain.Schema.Values;

namespace TypedExplain.Data.CsvFiles;

/// <summary>The cells of one feature: text to the columns of an encoded row, and back.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvCell<T>(Feature<T> feature)
    where T : IFeatureRecord<T>
{
    private const string FlagWords = "true or false, 1 or 0, yes or no";

    private readonly CsvNames _names = new(feature.Categories, feature.EnumValues, feature.CategoryDisplayNames, feature.IsProtected);

    public Feature<T> Feature => feature;

    /// <summary>One cell per feature that a file has a column for: missingness is an empty cell.</summary>
    public static CsvCell<T>[] OfSchema() =>
        [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing).Select(feature => new CsvCell<T>(feature))];

    /// <summary>Fills the feature's columns and its time, if it is one; gives null, or the reason why the text cannot be read.</summary>
    public string? Read(string text, Span<double> columns, TimeValues times) => feature switch
    {
        { Kind: FeatureKind.Flag } => ReadFlag(text, columns),
        { Categories.IsEmpty: false } => ReadName(text, columns),
        { DateUnit: not null } => ReadDate(text, columns, times),
        _ => ReadNumber(text, columns, times),
    };

    /// <summary>Whether a text is one of a closed list of values: a category or a flag.</summary>
    public bool IsListed(string text) => feature.Kind == FeatureKind.Flag
        ? Flag(text) is not null
        : !feature.Categories.IsEmpty && _names.Read(text, out _) is null;

    /// <summary>The text that <see cref="Read"/> reads back.</summary>
    public string Write(ReadOnlySpan<double> columns, TimeValues times) => feature switch
    {
        _ when !feature.IsPresent(columns) => "",
        { Kind: FeatureKind.Flag } => feature.Format(columns),
        { Categories.IsEmpty: false } => feature.NameIn(columns),
        { DateUnit: not null } => CsvDate.Write(columns, feature, times[feature.Index]),
        { DurationUnit: { } unit } when times[feature.Index] is { } duration => CsvDuration.Write(duration.Ticks, unit),
        _ => CsvPrecision.Write(columns[feature.Column], feature.Precision),
    };

    /// <summary>Checks that a cell says of a record's time which one it is.</summary>
    /// <exception cref="InvalidFeatureException">It is a local <see cref="DateTime"/>.</exception>
    public void RequireKept(TimeValues times)
    {
        if (times[feature.Index]?.Kind == DateTimeKind.Local)
            throw InvalidFeatureException.LocalTime(feature);
    }

    private string? ReadFlag(string text, Span<double> columns)
    {
        bool? flag = Flag(text);
        columns[feature.Column] = flag == true ? 1 : 0;
        return flag is not null ? null : string.IsNullOrWhiteSpace(text) ? CsvWords.Missing(FlagWords) : CsvWords.Must(text, FlagWords);
    }

    private static bool? Flag(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        string number when CsvNumber.TryWhole(number, out long value) && value is 0 or 1 => value == 1,
        _ => null,
    };

    private string? ReadName(string text, Span<double> columns)
    {
        string? reason = _names.Read(text, out int position);
        if (reason is null && feature.Kind == FeatureKind.Category)
            feature.WriteCategory(position, columns.Slice(feature.Column, feature.ColumnCount));
        else if (reason is null)
            columns[feature.Column] = position;
        return reason;
    }

    private string? ReadDate(string text, Span<double> columns, TimeValues times)
    {
        string? reason = CsvDate.Read(text, feature, out columns[feature.Column], out ExactTime time);
        times[feature.Index] = time;
        return reason;
    }

    private string? ReadNumber(string text, Span<double> columns, TimeValues times)
    {
        string? reason = CsvNumber.Read(text, feature.Allowed, out double value, feature.IsProtected);
        columns[feature.Column] = value;
        if (reason is not null)
            return reason;
        string number = CsvNumber.Clean(text);
        if (!MayFit(number, value))
            return CsvWords.Must(feature.Allowed);
        if (feature.DurationUnit is not { } unit)
            return CsvPrecision.Lost(number, value, feature.Precision, feature.IsProtected);
        reason = CsvDuration.Read(number, unit, out ExactTime duration);
        times[feature.Index] = duration;
        return reason;
    }

    /// <summary>
    /// Whether a number is inside the limits, or so near that a type with fewer digits may round it inside: 0.1 is below
    /// the smallest <see cref="float"/> of [0.1, 1]. The record's own value is checked after decoding.
    /// </summary>
    private bool MayFit(string number, double value)
    {
        if (feature.Kind == FeatureKind.Whole)
            return value == Math.Floor(value) && feature.Limits.Contains(value) && (number.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 || CsvDigits.Of(number).IsWhole);
        double near = Math.Abs(value) / 1000;
        return feature.Limits.Contains(value) || feature.Limits.Contains(value + near) || feature.Limits.Contains(value - near);
    }
}
