namespace TypedExplain;

/// <summary>The cells of one feature: text to the columns of an encoded row, and back.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvCell<T>(Feature<T> feature)
    where T : IFeatureRecord<T>
{
    private readonly CsvNames _names = new(feature.Categories, feature.EnumValues);

    public Feature<T> Feature => feature;

    /// <summary>One cell per feature that a file has a column for: missingness is an empty cell.</summary>
    public static CsvCell<T>[] OfSchema() =>
        [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing).Select(feature => new CsvCell<T>(feature))];

    /// <summary>Fills the feature's columns; gives null, or the reason why the text cannot be read.</summary>
    public string? Read(string text, Span<double> columns) => feature switch
    {
        { Kind: FeatureKind.Flag } => ReadFlag(text, columns),
        { Categories.IsEmpty: false } => ReadName(text, columns),
        { DateUnit: { } unit } => ReadNumber(CsvDate.Read(text, unit, feature.Allowed, out double date), date, columns),
        _ => ReadNumber(CsvNumber.Read(text, feature.Allowed, out double value), value, columns),
    };

    /// <summary>The text that <see cref="Read"/> reads back.</summary>
    public string Write(ReadOnlySpan<double> columns) => feature switch
    {
        _ when !feature.IsPresent(columns) => "",
        { Kind: FeatureKind.Flag } or { Categories.IsEmpty: false } => feature.Format(columns),
        { DateUnit: { } unit } => CsvDate.Write(columns[feature.Column], unit),
        _ => CsvNumber.Write(columns[feature.Column]),
    };

    /// <summary>Whether the record holds what the cell said: a date without a time cannot hold a time.</summary>
    public bool IsKept(ReadOnlySpan<double> read, ReadOnlySpan<double> held) =>
        feature.DateUnit is not { } unit || Cell.ToDateTime(read[feature.Column], unit) == Cell.ToDateTime(held[feature.Column], unit);

    private string? ReadFlag(string text, Span<double> columns)
    {
        bool? flag = text.Trim().ToLowerInvariant() switch
        {
            "true" or "1" or "yes" => true,
            "false" or "0" or "no" => false,
            _ => null,
        };
        columns[feature.Column] = flag == true ? 1 : 0;
        const string Allowed = "true or false, 1 or 0, yes or no";
        return flag is not null ? null : string.IsNullOrWhiteSpace(text) ? CsvWords.Missing(Allowed) : CsvWords.Must(Allowed);
    }

    private string? ReadName(string text, Span<double> columns)
    {
        string? reason = _names.Read(text, out int position);
        if (reason is null && feature.Kind == FeatureKind.Category)
            feature.WriteCategory(position, columns.Slice(feature.Column, feature.ColumnCount));
        else if (reason is null)
            columns[feature.Column] = position;
        return reason;
    }

    private string? ReadNumber(string? reason, double value, Span<double> columns)
    {
        columns[feature.Column] = value;
        return reason ?? (MayFit(value) ? null : CsvWords.Must(feature.Allowed));
    }

    /// <summary>
    /// Whether a number is inside the limits, or so near that a type with fewer digits may round it inside: 0.1 is below
    /// the smallest <see cref="float"/> of [0.1, 1]. The record's own value is checked after decoding.
    /// </summary>
    private bool MayFit(double value)
    {
        if (feature.Kind == FeatureKind.Whole)
            return value == Math.Floor(value) && feature.Limits.Contains(value);
        double near = Math.Abs(value) / 1000;
        return feature.Limits.Contains(value) || feature.Limits.Contains(value + near) || feature.Limits.Contains(value - near);
    }
}
